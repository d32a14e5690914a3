import { execFileSync } from 'node:child_process'
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

  it('draws another cut of the matrix across the page in English too', async () => {
    const { window } = running
    await chooseLanguage('English')
    await openScreen(window, '/matrix')
    await window.getByRole('button', { name: 'Cut' }).click()
    await window.getByRole('menuitem', { name: 'Risk × assets' }).click()
    await window.locator('.cuts [role=gridcell]').first().waitFor()
    const cuts = await window.locator('.cuts').evaluate(element => [element.scrollWidth, element.clientWidth])
    expect(cuts[0]).toBe(cuts[1])
    await window.getByRole('button', { name: 'Cut' }).click()
    await window.getByRole('menuitem', { name: 'Tier × style' }).click()
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

  it('keeps the focus when what held it goes: the new screen has it', async () => {
    const { window } = running
    await openScreen(window, '/settings')
    await window.locator('main [role=tab]').first().click()
    await window.keyboard.press('Control+3')
    await shown('/clients')
    await expect.poll(() => window.evaluate(() => document.activeElement?.closest('main h1')?.tagName)).toBe('H1')
    await window.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await window.keyboard.press('Control+4')
    await shown('/funds')
    // nothing had it before: it is seen where it is now
    const head = window.locator('main h1:focus-visible')
    await head.waitFor()
    expect(await head.evaluate(element => getComputedStyle(element).outlineStyle)).toBe('solid')
    // what held it lets go and is gone within one frame: whoever gives the focus on shows it all the same
    await window.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      history.pushState(null, '', '#/products')
      globalThis.dispatchEvent(new PopStateEvent('popstate'))
    })
    await shown('/products')
    await head.waitFor()
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

  it('goes back and forward by the side buttons of a mouse', async () => {
    const { window } = running
    await openScreen(window, '/funds')
    await shown('/funds')
    await openScreen(window, '/products')
    await shown('/products')
    const session = await window.context().newCDPSession(window)
    const press = async (button: 'back' | 'forward'): Promise<void> => {
      for (const type of ['mousePressed', 'mouseReleased'] as const)
        await session.send('Input.dispatchMouseEvent', { type, button, x: 700, y: 400, clickCount: 1 })
    }
    await press('back')
    await shown('/funds')
    await press('forward')
    await shown('/products')
    await session.detach()
  })

  it('has a menu in the language of the window whose items do what they say', async () => {
    const { window, app } = running
    const labels = (): Promise<readonly string[]> =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(item => item.label) ?? [])
    const click = (...path: readonly string[]): Promise<void> =>
      app.evaluate(({ BrowserWindow, Menu }, names) => {
        BrowserWindow.getAllWindows()[0]?.focus()
        let items = Menu.getApplicationMenu()?.items ?? []
        let item: Electron.MenuItem | undefined
        for (const name of names) {
          item = items.find(each => each.label === name)
          items = item?.submenu?.items ?? []
        }
        if (item === undefined) throw new Error(`no item ${names.join(' > ')}`)
        item.click()
      }, path)
    await expect.poll(labels).toEqual(['文件', '编辑', '前往', '查看', '客户簿', '帮助'])
    await chooseLanguage('English')
    await expect.poll(labels).toEqual(['File', 'Edit', 'Go', 'View', 'Book', 'Help'])
    await click('Go', 'Funds')
    await shown('/funds')
    await click('View', 'Search…')
    await window.getByRole('combobox').waitFor()
    await window.keyboard.press('Escape')
    await click('Help', 'All keys')
    await window.locator('.key-list').waitFor()
    await window.keyboard.press('Escape')
    await chooseLanguage('简体中文')
    const accelerators = await app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap(
        item => item.submenu?.items.flatMap(each => (each.accelerator ? [String(each.accelerator)] : [])) ?? [],
      ),
    )
    expect(accelerators).toEqual(expect.arrayContaining(['CmdOrCtrl+N', 'CmdOrCtrl+K', 'CmdOrCtrl+1', 'F5', 'F1']))
  })

  it('takes a setting back with one key, and its notice follows the language', async () => {
    const { window } = running
    await openScreen(window, '/settings')
    const said = window.locator('.stat .note')
    await window.getByRole('radio', { name: 'English', exact: true }).click()
    await said.getByText('Saved').waitFor()
    await said.getByText('Undo').waitFor()
    await window.locator('main h1').click()
    await window.keyboard.press('u')
    await window.locator('html[lang=zh-CN]').waitFor()
    await window.getByRole('heading', { name: '设置', exact: true }).waitFor()
  })

  it('prints the screen without what steers it', async () => {
    const { window, app } = running
    await openScreen(window, '/products')
    await shown('/products')
    const pdf = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return (await contents?.printToPDF({ printBackground: false }))?.toString('base64') ?? ''
    })
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], {
      input: Buffer.from(pdf, 'base64'),
      encoding: 'utf8',
    })
    expect(text).toContain('产品货架')
    expect(text).not.toContain('最近打开')
    expect(text).not.toContain('搜索客户、基金、产品')
    const asked = app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<unknown>(done => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          if (contents) contents.print = options => done(options ?? {})
        }),
    )
    await window.keyboard.press('Control+k')
    await window.getByRole('combobox').fill('打印本屏')
    await window.keyboard.press('Enter')
    expect(await asked).toEqual({ printBackground: false })
  })

  it('opens windows by Ctrl+N and by a click with Ctrl', async () => {
    const { window, app } = running
    const [first] = await Promise.all([app.waitForEvent('window'), window.keyboard.press('Control+n')])
    await first.waitForURL(/#\/matrix/)
    await first.close()
    await openScreen(window, '/clients')
    await window.locator('.ag-row[row-index="1"]').first().dblclick()
    await window.locator('.page.client h1').waitFor()
    const recent = window.locator('.nav .rec a').first()
    const [second] = await Promise.all([app.waitForEvent('window'), recent.click({ modifiers: ['Control'] })])
    await second.waitForURL(/#\/clients\/./)
    await second.close()
    await expect.poll(() => app.windows().length).toBe(1)
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
      const recent = again.window.locator('.nav .rec a')
      await expect.poll(() => recent.count(), { timeout: 30_000 }).toBeGreaterThanOrEqual(2)
    } finally {
      await again.app.close()
    }
  })
})
