import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { launchDemo } from '../helpers/launch-demo.ts'

const screens = [
  ['/today', '今日', 'Today'],
  ['/matrix', '客群矩阵', 'Client matrix'],
  ['/clients', '客户', 'Clients'],
  ['/funds', '基金与基金诊断', 'Funds and fund diagnosis'],
  ['/products', '产品货架', 'Product shelf'],
  ['/reports', '报告', 'Reports'],
  ['/sync', '同步', 'Sync'],
  ['/import', '导入文件', 'Import files'],
  ['/settings', '设置', 'Settings'],
] as const

const routeOf = (page: Page): string => new URL(page.url()).hash.slice(1)

describe('the shell', () => {
  let running: RunningApp

  beforeAll(async () => {
    running = await launchDemo()
    await running.window.locator('[role=gridcell].cell').first().waitFor({ timeout: 60_000 })
  })
  afterAll(() => running.close())

  const shown = (path: string): Promise<void> =>
    running.window.locator(`main[data-path="${path}"] h1`).first().waitFor()
  const article = () => running.window.locator('.help-body article h2')
  const chooseLanguage = async (name: string): Promise<void> => {
    await openScreen(running.window, '/settings')
    await running.window.getByRole('radio', { name, exact: true }).click()
  }

  it.each([
    ['简体中文', 1],
    ['English', 2],
  ] as const)('has a help page behind F1 for every screen in %s', async (language, column) => {
    await chooseLanguage(language)
    for (const screen of screens) {
      await openScreen(running.window, screen[0])
      await shown(screen[0])
      await running.window.keyboard.press('F1')
      await article().getByText(screen[column], { exact: true }).waitFor()
      await running.window.keyboard.press('Escape')
      await shown(screen[0])
    }
  })

  it('finds a definition by a word of the other language', async () => {
    await chooseLanguage('简体中文')
    await running.window.keyboard.press('F1')
    await running.window.getByRole('searchbox').fill('sharpe')
    await running.window.getByRole('button', { name: '夏普' }).first().click()
    await article().getByText('夏普').waitFor()
    await running.window.getByRole('searchbox').fill('没有这样的词')
    await running.window.getByText('没有找到，换个词再试。').waitFor()
  })

  it('walks the tour through the screens, and leaves it at once', async () => {
    const { window } = running
    await openScreen(window, '/help')
    await window.getByRole('button', { name: '两分钟导览' }).click()
    const tour = window.getByRole('region', { name: '导览' })
    for (const path of ['/matrix', '/today', '/clients']) {
      await window.waitForURL(url => url.hash === `#${path}`)
      await tour.getByRole('button', { name: '下一步' }).click()
    }
    await window.waitForURL(url => url.hash === '#/funds')
    await window.keyboard.press('Escape')
    await tour.waitFor({ state: 'detached' })
    expect(routeOf(window)).toBe('/funds')
  })

  it('goes back and forward, and zooms', async () => {
    const { window } = running
    await openScreen(window, '/products')
    await openScreen(window, '/reports')
    await window.keyboard.press('Alt+ArrowLeft')
    await window.waitForURL(url => url.hash === '#/products')
    await window.keyboard.press('Alt+ArrowRight')
    await window.waitForURL(url => url.hash === '#/reports')
    const width = (): Promise<number> => window.evaluate(() => globalThis.innerWidth)
    const before = await width()
    await window.keyboard.press('Control+=')
    await expect.poll(width).toBeLessThan(before)
    await window.keyboard.press('Control+0')
    await expect.poll(width).toBe(before)
  })

  it('puts a client into a window of its own, and brings both windows and their tabs back after a restart', async () => {
    const { window, app, home } = running
    await openScreen(window, '/clients')
    await window.locator('.ag-row[row-index="0"]').first().dblclick()
    await window.waitForURL(/#\/clients\/./)
    const client = routeOf(window)
    const [second] = await Promise.all([app.waitForEvent('window'), window.keyboard.press('Control+Enter')])
    await second.getByRole('tab', { name: '持仓' }).click()
    await second.waitForURL(url => url.hash.endsWith('/holdings'))
    await openScreen(window, '/products')
    await shown('/products')
    expect(running.problems).toEqual([])
    await app.close()

    const id = client.split('/')[2] ?? ''
    expect(readFileSync(join(home, 'windows.json'), 'utf8')).not.toContain(id)
    const again = await launchApp({ home })
    try {
      await expect.poll(() => again.app.windows().length, { timeout: 30_000 }).toBe(2)
      const routes = (): string[] => again.app.windows().map(routeOf).toSorted()
      await expect.poll(routes, { timeout: 30_000 }).toEqual([`/clients/${id}/holdings`, '/products'])
    } finally {
      await again.app.close()
    }
  })
})
