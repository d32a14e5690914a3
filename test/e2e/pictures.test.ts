import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEngine, stopClock } from '../../src-main/engine.ts'
import { join } from 'node:path'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { projectRoot } from '../helpers/project-root.ts'
import { comparePicture, sameEverywhere, stillPicture } from '../helpers/snapshot.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

/** Two mornings, each a working day after the net asset values that the demo world brings. */
const BEFORE = '2026-11-23T00:38:00.000Z'
const MORNING = '2026-11-24T00:42:00.000Z'
const LONG = { timeout: 60_000 }

const looks = [
  ['light', 'zh-CN'],
  ['light', 'en'],
  ['dark', 'zh-CN'],
  ['dark', 'en'],
] as const

/** Both days of the demo world, each synced on its own morning. */
async function syncTwoDays(home: string): Promise<void> {
  stopClock(BEFORE)
  const resources = join(projectRoot, 'resources')
  const engine = createEngine({ home, resources, demo: false, keyStore: null, desktop: null })
  try {
    await engine.ready
    await engine.session.startDemo()
    await engine.session.sync()
    stopClock(MORNING)
    const end = await engine.session.sync()
    expect(end.state).toBe('done')
  } finally {
    await engine.close()
    stopClock(null)
  }
}

describe('the key screens', () => {
  const folder = temporaryFolder()
  let running: RunningApp
  let client = ''
  let fund = ''

  beforeAll(async () => {
    const home = join(folder.path, 'home')
    await syncTwoDays(home)
    running = await launchApp({
      home,
      args: [...sameEverywhere.args],
      env: { ...sameEverywhere.env, ADVISOR_CLOCK: MORNING },
    })
    const { window } = running
    await window.clock.setFixedTime(MORNING)
    await window.locator('[role=gridcell].cell').nth(14).waitFor(LONG)
    const firstOf = async (list: string): Promise<string> => {
      await openScreen(window, list)
      await window.locator('.ag-row[row-index="0"]').first().dblclick(LONG)
      await window.waitForURL(url => url.hash.startsWith(`#${list}/`))
      return new URL(window.url()).hash.slice(1)
    }
    fund = await firstOf('/funds')
    client = await firstOf('/clients')
    await window.locator('.page.client h1').waitFor(LONG)
    await window.keyboard.press('Control+p')
    await window.getByTestId('report-done').waitFor({ timeout: 300_000 })
  })
  afterAll(async () => {
    await running.close()
    folder[Symbol.dispose]()
  })

  const screens = (): readonly (readonly [name: string, path: string, ready: string])[] => [
    ['matrix', '/matrix', '[role=gridcell].cell >> nth=14'],
    ['today', '/today', '.page.today tbody tr >> nth=5'],
    ['client', `${client}/diagnosis`, '.hs tbody tr >> nth=2'],
    ['fund', fund, '.fdiag svg text >> nth=5'],
    ['reports', '/reports', '.ag-row >> nth=0'],
  ]

  it.each(looks)('look as they did in %s, %s', async (theme, locale) => {
    const { window } = running
    await window.evaluate(() => document.fonts.ready.then(() => undefined))
    await openScreen(window, '/settings')
    const choose = (group: number, choice: number): Promise<void> =>
      window.locator('main [role=radiogroup]').nth(group).getByRole('radio').nth(choice).click()
    await choose(0, locale === 'en' ? 1 : 0)
    await window.locator(`html[lang=${locale}]`).waitFor()
    await choose(1, theme === 'dark' ? 2 : 1)
    await window.locator(`html[data-theme=${theme}]`).waitFor()
    const wrong: (string | null)[] = []
    for (const [name, path, ready] of screens()) {
      await openScreen(window, path)
      await window.locator(ready).waitFor(LONG)
      await expect.poll(() => window.locator('.stat .note').count(), { timeout: 20_000 }).toBe(0)
      wrong.push(comparePicture(`${name}-${theme}-${locale}`, await stillPicture(window)))
    }
    expect(wrong.filter(text => text !== null)).toEqual([])
  })
})
