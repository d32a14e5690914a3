import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What breaks WCAG 2.2 AA on the page. The window may open no page of its own, so the rules run in it. */
export const axeFindings = async (window: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).withTags(rules).analyze()
  return violations.map(v => `${v.id}: ${v.nodes[0]?.html.slice(0, 160) ?? ''}`)
}
