import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEngine } from '../../src-main/engine.ts'
import { axeFindings } from '../helpers/axe-findings.ts'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { launchDemo } from '../helpers/launch-demo.ts'
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

/** The themes as the system asks for them; a window that follows the system changes where it stands. */
const media = [
  ['light', { colorScheme: 'light', contrast: 'no-preference' }],
  ['dark', { colorScheme: 'dark', contrast: 'no-preference' }],
  ['contrast', { colorScheme: 'light', contrast: 'more' }],
] as const

const asTheSystemAsks = async (window: Page, what: string): Promise<void> => {
  for (const [theme, wanted] of media) {
    await window.emulateMedia(wanted)
    await window.locator(`html[data-theme=${theme}]`).waitFor()
    expect({ what, theme, found: await axeFindings(window) }).toEqual({ what, theme, found: [] })
  }
}

describe('every screen meets WCAG 2.2 AA', () => {
  let running: RunningApp

  beforeAll(async () => {
    running = await launchDemo()
    await running.window.locator('main h1').first().waitFor({ timeout: 60_000 })
    // what still fades in has less contrast than it will have
    await running.window.emulateMedia({ reducedMotion: 'reduce' })
  })
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

  it('and what is begun on them: batch, report, print, send, and the questions in the hands of a client', async () => {
    const { window } = running
    const dialogue = window.locator('[role=dialog] form')
    await openScreen(window, '/settings')
    await window.getByRole('radio', { name: '跟随系统' }).click()
    await openScreen(window, '/matrix')
    await window.locator('[role=gridcell].cell').first().focus()
    await window.keyboard.press('Control+p')
    await dialogue.waitFor()
    await asTheSystemAsks(window, 'a batch')
    await window.keyboard.press('Escape')
    await dialogue.waitFor({ state: 'detached' })
    await openFirstRow('/clients', '.facts')
    const client = new URL(window.url()).hash
    await window.keyboard.press('Control+p')
    const made = window.getByTestId('report-done')
    await made.waitFor({ timeout: 120_000 })
    await asTheSystemAsks(window, 'a report made')
    await openScreen(window, `/reports?id=${await made.getAttribute('data-report')}`)
    await window.getByRole('button', { name: '打印', exact: true }).click()
    await dialogue.waitFor()
    await asTheSystemAsks(window, 'printing')
    await window.keyboard.press('Escape')
    await dialogue.waitFor({ state: 'detached' })
    await window.keyboard.press('s')
    await window.getByRole('radio', { name: '企业微信' }).waitFor()
    await asTheSystemAsks(window, 'sending')
    await openScreen(window, `${client}/assessment`)
    await window.getByRole('button', { name: '交给客户' }).click()
    await window.locator('.kiosk h1').first().waitFor()
    await asTheSystemAsks(window, 'the questions of a client')
  })
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

  it('a damaged book', async () => {
    using folder = temporaryFolder()
    const resources = join(projectRoot, 'resources')
    const engine = createEngine({ home: folder.path, resources, demo: false, keyStore: null, desktop: null })
    await engine.ready
    await engine.session.create('day-test-7')
    await engine.close()
    writeFileSync(join(folder.path, 'book.db'), Buffer.alloc(64 * 1024, 7))
    await using running = await launchApp({ home: folder.path, demo: false })
    const { window } = running
    await window.getByLabel('口令', { exact: true }).fill('day-test-7')
    await window.keyboard.press('Enter')
    await window.getByRole('heading', { name: '客户簿文件已损坏' }).waitFor()
    await asTheSystemAsks(window, 'a damaged book')
  })
})
