import type { Page } from 'playwright'
import { expect } from 'vitest'
import { openScreen } from './first-sync.ts'
import { missingOf, type SpecLine } from './spec-figures.ts'

export interface Card {
  readonly figure: string
  readonly definition: string
  readonly formula: string
  readonly asOf: string
  readonly reason: string
}

/** Clicks every figure that is shown and reads the card each of them opens. */
export const cardsOf = (window: Page): Promise<Card[]> =>
  window.evaluate(async () => {
    const out: Card[] = []
    for (const figure of document.querySelectorAll<HTMLElement>('.figs .fig')) {
      figure.click()
      await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
      const card = document.querySelector('.card')
      out.push({
        figure: figure.dataset['figure'] ?? '',
        definition: card?.querySelector('h3 small')?.textContent ?? '',
        formula: card?.querySelector('.fx')?.textContent ?? '',
        asOf: card?.querySelector('dl dd:last-child')?.textContent ?? '',
        reason: figure.textContent === '—' ? (card?.querySelector('.warn')?.textContent ?? '') : 'not missing',
      })
    }
    return out
  })

export const settled = async (window: Page): Promise<void> => {
  await window.locator('.figs .fig').first().waitFor({ timeout: 60_000 })
  await window.locator('[role=progressbar]').first().waitFor({ state: 'detached', timeout: 60_000 })
}

/** Walks the pages, asks every figure, and gives the ids of all of them. */
export const walk = async (window: Page, paths: readonly string[]): Promise<string[]> => {
  const ids = new Set<string>()
  for (const path of paths) {
    // By way of a screen without figures, so that none of the page before is asked.
    await openScreen(window, '/sync')
    await window.locator('.figs').waitFor({ state: 'detached' })
    await openScreen(window, path)
    await settled(window)
    const cards = await cardsOf(window)
    for (const card of cards) {
      const said = `${path} ${card.figure}`
      expect(card.definition, said).toMatch(/^[\w.-]+@(?:account-)?\d{4}\.\d+/)
      expect(card.formula, said).not.toBe('')
      expect(card.asOf, said).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(card.reason, said).not.toBe('')
      ids.add(card.figure)
    }
    await window.keyboard.press('Escape')
    await window.locator('.card').waitFor({ state: 'detached' })
  }
  return [...ids]
}

export const missing = (lines: readonly SpecLine[], ids: readonly string[]): string[] =>
  lines.flatMap(line => missingOf(line, ids).map(id => `${line.line}: ${id}`))
