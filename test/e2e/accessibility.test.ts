import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEngine } from '../../src-main/engine.ts'
import { axeFindings } from '../helpers/axe-findings.ts'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { firstSyncDone, openScreen } from '../helpers/first-sync.ts'
import { projectRoot } from '../helpers/project-root.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const screens = [
  '/matrix',
  '/today',
  '/clients',
  '/funds',
  '/products',
  '/reports',
  '/sync',
  '/import',
  '/settings',
  '/settings/thresholds',
  '/settings/standards',
  '/settings/packs',
  '/settings/devices',
  '/welcome',
  '/help',
  '/help/matrix',
  '/reports/batches',
  '/funds/compare',
  '/suitability/notices',
  '/suitability/alarms',
  '/suitability/packs',
  '/suitability/evidence',
]

/** What opens over a screen, and the key that opens it there. */
const dialogues = [
  ['/matrix', '?', '.key-list'],
  ['/matrix', 'Control+k', '.pal'],
  ['/clients', 'Control+e', '[role=dialog] form'],
  ['/clients', 'b', '[role=dialog]'],
] as const

const themes = [
  ['light', '浅色'],
  ['dark', '深色'],
  ['contrast', '高对比'],
] as const

describe('every screen meets WCAG 2.2 AA', () => {
  let running: RunningApp

  beforeAll(async () => {
    running = await launchApp()
    await firstSyncDone(running.window)
  }, 900_000)
  afterAll(() => running.close())

  const findings = (): Promise<readonly string[]> => axeFindings(running.window)
  const openFirstRow = async (list: string, then: string): Promise<void> => {
    await openScreen(running.window, list)
    await running.window.locator('.ag-center-cols-container .ag-row, .ag-row').first().dblclick()
    await running.window.locator(then).first().waitFor({ timeout: 60_000 })
  }

  it.each(themes)(
    'in the theme %s',
    async (theme, name) => {
      const { window } = running
      await openScreen(window, '/settings')
      await window.getByRole('radio', { name, exact: true }).click()
      await window.locator(`html[data-theme=${theme}]`).waitFor()
      for (const path of screens) {
        await openScreen(window, path)
        await window.locator('main h1').first().waitFor({ timeout: 60_000 })
        await window.locator('main .load').waitFor({ state: 'detached', timeout: 60_000 })
        expect({ theme, path, found: await findings() }).toEqual({ theme, path, found: [] })
      }
      for (const [path, key, shown] of dialogues) {
        await openScreen(window, path)
        await window.locator('[role=gridcell], .ag-row').first().waitFor({ timeout: 60_000 })
        await window.keyboard.press(key)
        await window.locator(shown).first().waitFor({ timeout: 20_000 })
        expect({ theme, path, key, found: await findings() }).toEqual({ theme, path, key, found: [] })
        await window.keyboard.press('Escape')
        await window.locator(shown).first().waitFor({ state: 'detached' })
      }
      await openFirstRow('/clients', '.facts')
      expect({ theme, path: 'a client', found: await findings() }).toEqual({ theme, path: 'a client', found: [] })
      await window.getByRole('tab', { name: '账户诊断' }).click()
      await window.locator('.hs tbody tr').first().waitFor({ timeout: 60_000 })
      expect({ theme, path: 'a diagnosis', found: await findings() }).toEqual({ theme, path: 'a diagnosis', found: [] })
      await openFirstRow('/funds', '.fdiag')
      expect({ theme, path: 'a fund', found: await findings() }).toEqual({ theme, path: 'a fund', found: [] })
    },
    600_000,
  )
})

const inThemes = async (running: RunningApp, ready: string): Promise<void> => {
  const { window } = running
  for (const [theme] of themes)
    for (const locale of ['zh-CN', 'en']) {
      await window.evaluate(look => localStorage.setItem('look', JSON.stringify(look)), { theme, locale })
      await window.reload()
      await window.locator(`html[data-theme=${theme}] ${ready}`).first().waitFor({ timeout: 60_000 })
      expect({ theme, locale, found: await axeFindings(window) }).toEqual({ theme, locale, found: [] })
    }
}

describe('what stands before a book meets WCAG 2.2 AA', () => {
  it('the first run', async () => {
    await using running = await launchApp({ demo: false })
    await inThemes(running, '.sp2 form')
    for (const path of ['/import', '/clients', '/settings', '/help']) {
      await openScreen(running.window, path)
      await running.window.locator(`main[data-path="${path}"] h1`).first().waitFor()
      expect({ path, found: await axeFindings(running.window) }).toEqual({ path, found: [] })
    }
  })

  it('the unlocking', async () => {
    using folder = temporaryFolder()
    const resources = join(projectRoot, 'resources')
    const engine = createEngine({ home: folder.path, resources, demo: false, keyStore: null, desktop: null })
    await engine.ready
    await engine.session.create('day-test-7')
    await engine.close()
    await using running = await launchApp({ home: folder.path, demo: false })
    await inThemes(running, '.gate form')
  })
})
