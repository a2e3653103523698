import type { ExchangeDetail } from '../../../../shared/exchange'
import { explain, type Paragraph } from '../../../../shared/explain/explain'
import { NameLink } from '../../../components/NameLink'
import { words } from '../../../i18n'
import classes from './Detail.module.css'

/** What happened and why, by the standard and as Entra's administrator will see it. */
export function ExplainTab({ exchange }: { exchange: ExchangeDetail }) {
  return explain(exchange, words.explain, words.stories).map(({ key, title, paragraphs }) => (
    <section key={key} aria-label={title} className={classes.explained} data-section={key}>
      <h3 className={classes.section}>{title}</h3>
      {paragraphs.map((paragraph, index) => (
        <Explained key={index} paragraph={paragraph} />
      ))}
    </section>
  ))
}

function Explained({ paragraph }: { paragraph: Paragraph }) {
  const { text, reference, code, link } = paragraph
  return (
    <p className={classes.paragraph}>
      {text} {link && <NameLink named={link} />} {code && <code className={classes.code}>{code}</code>}{' '}
      {reference && <span className={classes.reference}>{reference}</span>}
    </p>
  )
}
