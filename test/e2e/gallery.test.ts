import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../helpers/axe-findings.ts'
import { serveDevelopmentPages, type DevelopmentPages } from '../helpers/development-pages.ts'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { comparePicture, sameEverywhere, stillPicture } from '../helpers/snapshot.ts'

const looks = [
  ['light', 'compact', 'zh-CN'],
  ['light', 'relaxed', 'en'],
  ['dark', 'compact', 'en'],
  ['dark', 'relaxed', 'zh-CN'],
  ['contrast', 'compact', 'zh-CN'],
  ['contrast', 'relaxed', 'en'],
] as const

/** What opens over a screen: the button's place among those of its part, and what to wait for. */
const layers = [
  ['form', 0, '[role=dialog] form'],
  ['refused', 1, '[role=dialog] [role=alert]'],
  ['keys', 2, '[role=dialog] .key-list'],
  ['search', 3, '[role=dialog] .pal'],
] as const

describe('the gallery of components', () => {
  let pages: DevelopmentPages
  let running: RunningApp

  beforeAll(async () => {
    pages = await serveDevelopmentPages()
    running = await launchApp({
      demo: false,
      args: [...sameEverywhere.args],
      env: { ...sameEverywhere.env, ELECTRON_RENDERER_URL: pages.url },
    })
    await running.window.locator('main h1').first().waitFor()
  })
  afterAll(async () => {
    await running.close()
    await pages[Symbol.asyncDispose]()
  })

  const show = async (look: { theme: string; density: string; locale: string }): Promise<void> => {
    const { window } = running
    await window.evaluate(chosen => localStorage.setItem('look', JSON.stringify({ ...chosen, upColour: 'red' })), look)
    await window.reload()
    await window.locator('main h1').first().waitFor()
    await openScreen(window, '#/gallery')
    await window.locator(`html[data-theme=${look.theme}] .gallery [data-part=layers]`).waitFor()
    await window.locator('.gallery svg text').first().waitFor()
    // where the focus stands depends on the screen before
    await window.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  }
  const findings = (): Promise<readonly string[]> => axeFindings(running.window)

  it.each(looks)('looks as it did in %s, %s, %s, and meets WCAG 2.2 AA', async (theme, density, locale) => {
    await show({ theme, density, locale })
    const { window } = running
    const shot = await stillPicture(window, 3000)
    expect(comparePicture(`gallery-${theme}-${density}`, shot)).toBeNull()
    expect(await findings()).toEqual([])
  })

  it.each(layers)('opens what lies over a screen: %s', async (name, place, shown) => {
    const { window } = running
    await show({ theme: 'light', density: 'compact', locale: 'zh-CN' })
    const button = window.locator('[data-part=layers] .btn').nth(place)
    await button.click()
    await window.locator(shown).waitFor()
    expect(comparePicture(`layer-${name}`, await stillPicture(window))).toBeNull()
    expect(await findings()).toEqual([])
    await window.keyboard.press('Escape')
    await window.locator('[role=dialog]').waitFor({ state: 'detached' })
    expect(await button.evaluate(element => element === document.activeElement)).toBe(true)
  })

  it('shows a definition card beside its figure', async () => {
    const { window } = running
    await show({ theme: 'light', density: 'compact', locale: 'zh-CN' })
    await window.locator('[data-part=layers] button.link').click()
    await window.locator('.card h3').waitFor()
    expect(comparePicture('layer-card', await stillPicture(window))).toBeNull()
    expect(await findings()).toEqual([])
  })

  it('writes nothing to the console that speaks of a problem', () => {
    expect(running.problems).toEqual([])
  })
})
