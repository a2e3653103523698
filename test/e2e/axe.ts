import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { pictureFile } from './pictures'

/** All that the themes differ in; whatever else axe looks at, it has seen in the first. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
const RULES = { light: null, dark: COLOUR_RULES }

/** Serious and critical findings. In Electron axe has to run in legacy mode: the other one opens a page, which Electron cannot. */
export async function axeFindings(page: Page, rules: string[] | null = null): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // What passed is counted only, not described element by element.
    .options({ resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: rules } }) })
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(node => `${id} (${help}): ${node.target.join(' ')} ${node.html}`)
    )
}

/** @param picture the name of what is seen, for a picture in each theme */
export async function expectCleanInBothThemes(page: Page, what: string, picture?: string) {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    expect.soft(await axeFindings(page, RULES[theme]), `${what}, ${theme}`).toEqual([])
    if (picture) await page.screenshot({ path: pictureFile(`${picture}-${theme}-1280x800`) })
  }
}
