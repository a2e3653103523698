import type { Sentence } from '../../shared/describe'
import { words } from '../i18n'
import { NameLink } from './NameLink'

interface Props {
  sentence: Sentence
  /** In a row names are words: a click anywhere opens the request, whose pane has the links. */
  isInRow?: boolean
}

/** The sentence with its people and groups as links. */
export function SentenceText({ sentence, isInRow = false }: Props) {
  return sentence.map((part, index) => {
    if (typeof part === 'string') return isInRow ? part : <span key={index}>{part}</span>
    if (isInRow) return <strong key={index}>{part.link.name || words.parts.unnamed}</strong>
    return <NameLink key={index} named={part.link} />
  })
}
