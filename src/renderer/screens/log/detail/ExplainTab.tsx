import type { ExchangeDetail } from '../../../../shared/exchange'
import type { Named } from '../../../../shared/scim'
import { explain, type Paragraph } from '../../../../shared/explain/explain'
import { NameLink } from '../../../components/NameLink'
import { words } from '../../../i18n'
import { describe } from '../../../i18n/told'
import classes from './Detail.module.css'

/** What happened and why, by the standard and as Entra's administrator will see it. */
export function ExplainTab({ exchange }: { exchange: ExchangeDetail }) {
  const sections = explain(exchange, words.explain, words.stories)
  // Above the tabs stands the sentence, with its links.
  return sections
    .filter(({ key }) => key !== 'about' || !isLinkedAbove(exchange))
    .map(({ key, title, paragraphs }) => (
      <section key={key} aria-label={title} className={classes.explained} data-section={key}>
        <h3 className={classes.section}>{title}</h3>
        {paragraphs.map((paragraph, index) => (
          <Explained key={index} paragraph={paragraph} />
        ))}
      </section>
    ))
}

function isLinkedAbove({ story, resource }: ExchangeDetail): boolean {
  if (resource === null) return true
  return describe(story).some(part => typeof part !== 'string' && part.link.id === resource.id)
}

/** The name becomes the link where the sentence has it; else the link follows. */
function Linked({ text, to }: { text: string; to: Named }) {
  const at = to.name === '' ? -1 : text.lastIndexOf(to.name)
  if (at < 0)
    return (
      <>
        {text} <NameLink named={to} />
      </>
    )
  return (
    <>
      {text.slice(0, at)}
      <NameLink named={to} />
      {text.slice(at + to.name.length)}
    </>
  )
}

function Explained({ paragraph }: { paragraph: Paragraph }) {
  const { text, reference, code, link } = paragraph
  return (
    <p className={classes.paragraph}>
      {link ? <Linked text={text} to={link} /> : text} {code && <code className={classes.code}>{code}</code>}{' '}
      {reference && <span className={classes.reference}>{reference}</span>}
    </p>
  )
}
