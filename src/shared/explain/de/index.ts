import { ANSWERS, type AnswerName } from '../answers'
import { SCIM_TYPES } from '../scim-types'
import { TOLERANCES } from '../tolerances'
import type { ExplainWords } from '../words'
import { answers } from './answers'
import { explainRefusal, explainStory } from './stories'
import { tolerances } from './tolerances'

const meanings: Record<keyof typeof SCIM_TYPES, string> = {
  invalidFilter: 'der Filter ist nicht lesbar oder nennt ein Attribut, das das Schema nicht hat',
  tooMany: 'der Filter ergäbe mehr, als dieser Server sendet',
  uniqueness: 'ein Wert, der eindeutig sein muss, ist schon vergeben',
  mutability: 'das Attribut lässt sich nicht oder nicht mehr ändern',
  invalidSyntax: 'der Inhalt ist nicht das JSON, das diese Anfrage braucht',
  invalidPath: 'der Pfad einer PATCH-Operation ist nicht lesbar',
  noTarget: 'der Pfad einer PATCH-Operation führt zu nichts, das sich ändern ließe',
  invalidValue: 'ein Wert fehlt oder passt nicht zu dem, was das Schema über sein Attribut sagt',
  invalidVers: 'diese Version von SCIM wird hier nicht gesprochen',
  sensitive: 'die Adresse trüge personenbezogene Daten; eine Suche ist mit POST zu senden',
  invalidCursor: 'dieser Cursor stammt nicht von diesem Server',
  expiredCursor: 'der Cursor ist zu alt; mit der ersten Seite neu beginnen',
  invalidCount: 'count weicht von dem ab, für das der Cursor ausgegeben wurde'
}

/** A table with the same rows, each with more or other said in it. */
const merged = <Name extends string, Row, Said>(
  rows: Record<Name, Row>,
  said: (name: Name) => Said
): Record<Name, Row & Said> => {
  const names = Object.keys(rows) as Name[]
  return Object.fromEntries(names.map(name => [name, { ...rows[name], ...said(name) }])) as Record<
    Name,
    Row & Said
  >
}

export const de: ExplainWords = {
  titles: {
    about: 'Worum es ging',
    tolerances: 'Großzügig gelesen',
    meaning: 'Was die Antwort bedeutet',
    entra: 'Was Entra zeigt und tut',
    fix: 'So lässt es sich beheben'
  },
  answers: merged<AnswerName, (typeof ANSWERS)[AnswerName], (typeof answers)[AnswerName]>(
    ANSWERS,
    name => answers[name]
  ),
  scimTypes: merged(SCIM_TYPES, name => ({ meaning: meanings[name] })),
  tolerances: merged(TOLERANCES, name => tolerances[name]),
  story: explainStory,
  refusal: explainRefusal,
  says: detail => `Die Antwort sagt: „${detail}“`,
  shownAs: code =>
    `Das Bereitstellungsprotokoll zeigt ${code}, mit dem Inhalt dieser Antwort hinter „Webantwort“.`
}
