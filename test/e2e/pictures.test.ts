import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { join } from 'node:path'
import type { RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { machineFonts } from '../helpers/machine-fonts.ts'
import { comparePicture, stillPicture } from '../helpers/snapshot.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { launchSecondMorning } from '../helpers/two-mornings.ts'

const LONG = { timeout: 60_000 }

const looks = [
  ['light', 'zh-CN'],
  ['light', 'en'],
  ['dark', 'zh-CN'],
  ['dark', 'en'],
] as const

describe('the key screens', () => {
  const folder = temporaryFolder()
  let running: RunningApp
  let client = ''
  let fund = ''

  beforeAll(async () => {
    const home = join(folder.path, 'home')
    running = await launchSecondMorning(home)
    const { window } = running
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
    const choose = async (group: number, choice: number): Promise<void> => {
      const radio = window.locator('main [role=radiogroup]').nth(group).getByRole('radio').nth(choice)
      if ((await radio.getAttribute('aria-checked')) === 'true') return
      await radio.click()
      await window.locator('.stat .note').waitFor(LONG)
    }
    await choose(0, locale === 'en' ? 1 : 0)
    await window.locator(`html[lang=${locale}]`).waitFor()
    await choose(1, theme === 'dark' ? 2 : 1)
    await window.locator(`html[data-theme=${theme}]`).waitFor()
    const wrong: (string | null)[] = []
    for (const [name, path, ready] of screens()) {
      await openScreen(window, path)
      await window.locator(ready).waitFor(LONG)
      wrong.push(comparePicture(`${name}-${theme}-${locale}`, await stillPicture(window)))
      if (theme === 'light') expect({ name, fonts: await machineFonts(window) }).toEqual({ name, fonts: [] })
    }
    expect(wrong.filter(text => text !== null)).toEqual([])
  })
})
