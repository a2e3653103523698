import type { Locator, Page } from '@playwright/test'
import { showScreen } from './steps'

/** Goes to a tab of the simulator. */
export const simulator = async (page: Page, tab: string): Promise<Locator> => {
  await showScreen(page, 'Simulator')
  await page.getByRole('tab', { name: tab }).click()
  return page.getByRole('tabpanel', { name: tab })
}
/** How far the run is, or how it ended. */
export const run = (page: Page): Locator => page.getByRole('region', { name: 'Run', exact: true })
