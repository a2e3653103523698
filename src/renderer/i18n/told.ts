import * as shared from '../../shared/describe'
import type { Story } from '../../shared/exchange'
import { words } from '.'

/** The one sentence of an exchange, in the language of this page. */
export const describe = (story: Story): shared.Sentence => shared.describe(story, words.stories)

export const sentenceText = (story: Story): string => shared.sentenceText(story, words.stories)
