import type { Sentence } from '../../shared/describe'
import { NameLink } from './NameLink'

interface Props {
  sentence: Sentence
  /** In a grid only the row takes part in the tab order; its links are reached by pointer or from the pane. */
  isInRow?: boolean
}

/** The sentence with its people and groups as links. */
export function SentenceText({ sentence, isInRow = false }: Props) {
  return sentence.map((part, index) =>
    typeof part === 'string' ? (
      <span key={index}>{part}</span>
    ) : (
      <NameLink key={index} named={part.link} isOutOfTabOrder={isInRow} />
    )
  )
}
