import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { firstSyncDone, openScreen } from '../helpers/first-sync.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

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
  '/suitability/notices',
  '/suitability/alarms',
  '/suitability/packs',
  '/suitability/evidence',
]

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

  const findings = async (): Promise<readonly string[]> => {
    // The window may open no page of its own, so the rules run in it.
    const { violations } = await new AxeBuilder({ page: running.window }).setLegacyMode(true).withTags(rules).analyze()
    return violations.map(v => `${v.id}: ${v.nodes[0]?.html.slice(0, 160) ?? ''}`)
  }
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
