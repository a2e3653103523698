import type { Refusal, Story } from '../exchange'
import type { ScimType } from '../scim'
import type { Answer } from './answer'
import { ANSWERS, type AnswerName } from './answers'
import { SCIM_TYPES } from './scim-types'
import { explainRefusal, explainStory } from './stories'
import { TOLERANCES, type ToleranceName } from './tolerances'

/** Everything that *Explain* says: another language is another object of this type. */
export interface ExplainWords {
  titles: { about: string; tolerances: string; meaning: string; entra: string; fix: string }
  answers: Record<AnswerName, Answer>
  scimTypes: Record<ScimType, { meaning: string; reference: string }>
  tolerances: Record<ToleranceName, { sentence: string; evidence: string }>
  /** What an exchange that went well tells Entra; null: nothing more to say. */
  story: (story: Story) => string | null
  refusal: (refusal: Refusal) => { cause: string; fix: string }
  /** Quotes the answer's own words. */
  says: (detail: string) => string
  shownAs: (code: string) => string
}

export const en: ExplainWords = {
  titles: {
    about: 'What it was about',
    tolerances: 'Read generously',
    meaning: 'What the answer means',
    entra: 'What Entra shows and does',
    fix: 'How to fix it'
  },
  answers: ANSWERS,
  scimTypes: SCIM_TYPES,
  tolerances: TOLERANCES,
  story: explainStory,
  refusal: explainRefusal,
  says: detail => `The answer says: “${detail}”`,
  shownAs: code => `The provisioning log shows ${code}, with the body of this answer behind “Web Response”.`
}
