import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { launchDemo } from '../helpers/launch-demo.ts'

const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''))
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
const LONG = { timeout: 60_000 }
const CLIENTS = 3000

describe('the matrix in the window', () => {
  let running: RunningApp
  let window: Page

  beforeAll(async () => {
    running = await launchDemo()
    window = running.window
    window.setDefaultTimeout(30_000)
  })
  beforeEach(async () => {
    await openScreen(window, '/matrix')
    await window.locator('.matrix .tb').waitFor(LONG)
  })
  afterAll(() => running.close())

  const counts = async (): Promise<readonly number[]> =>
    (await window.locator('[role=gridcell].cell .n').allInnerTexts()).map(text =>
      text === '—' ? 0 : number(/[\d,]+/.exec(text)?.[0]),
    )
  const panel = () => window.getByRole('complementary').last()
  const topTier = (): Promise<string> => window.locator('.rh').first().innerText()
  const version = (): Promise<string> => window.getByText(/客群规则 2026/).innerText()

  it('walks by arrow keys and opens the clients of the cell', async () => {
    await window.locator('#cell-5-allocation').focus()
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('ArrowLeft')
    expect(await window.locator('#cell-4-wealth').getAttribute('aria-selected')).toBe('true')
    const count = number(/[\d,]+/.exec(await window.locator('#cell-4-wealth .n').innerText())?.[0])
    await window.keyboard.press('Enter')
    await window.waitForURL(/#\/clients\?tier=4&style=wealth/)
    await expect.poll(() => window.locator('.clients .sum').innerText(), LONG).toContain(`${count} / 3,000`)
    await window.keyboard.press('Escape')
    await window.locator('#cell-4-wealth').waitFor(LONG)
  })

  it('exports what stands there with one key', async () => {
    const file = join(running.home, '..', 'matrix.csv')
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await window.keyboard.press('e')
    const dialog = window.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'CSV' }).click()
    await dialog.locator('button[type=submit]').click()
    await dialog.waitFor({ state: 'detached' })
    const [head, ...rows] = readFileSync(file, 'utf8').replace('\uFEFF', '').trim().split('\r\n')
    expect(head).toMatch(/^层级,层级名称,客户类型,户数,资产（元）/)
    expect(rows).toHaveLength(15)
    expect(sum(rows.map(row => Number(row.split(',')[3])))).toBe(CLIENTS)
  })

  it.each(['风险等级 × 资产', '服务需求 × 资产', '年龄 × 资产', '现金占比 × 资产', '收入 × 资产'])(
    'is cut anew by %s: everybody stands in one place, and a place opens its clients',
    async name => {
      await window.getByRole('button', { name: '切分' }).click()
      await window.getByRole('menuitem', { name }).click()
      await window.getByRole('grid', { name }).waitFor(LONG)
      const all = await counts()
      expect(sum(all)).toBe(CLIENTS)
      // the figures of a place end on one line, in every language; both are read in one frame
      const apart = (): Promise<number> =>
        window.locator('.cuts .cell:has(.x)').evaluateAll(cells => {
          return cells.filter(cell => {
            const [amount, last] = ['.a', '.x span:last-child'].map(
              which => cell.querySelector(which)?.getBoundingClientRect().right ?? 0,
            )
            return Math.abs((amount ?? 0) - (last ?? 0)) > 1
          }).length
        })
      for (const lang of ['en', 'zh-CN']) {
        await window.evaluate(to => document.documentElement.setAttribute('lang', to), lang)
        await expect.poll(apart, LONG).toBe(0)
      }
      const at = all.indexOf(Math.max(...all))
      const place = window.locator('[role=gridcell].cell').nth(at)
      await place.click()
      await window.waitForURL(/#\/clients\?axis=/)
      await expect
        .poll(() => window.locator('.clients .sum').innerText(), LONG)
        .toContain(`${(all[at] ?? 0).toLocaleString('en')} / 3,000`)
      await window.keyboard.press('Escape')
      await window.getByRole('grid', { name }).waitFor(LONG)
    },
  )

  it('draws a draft of the rules with its own marks, and leaves no trace of it', async () => {
    await window.getByRole('button', { name: '切分' }).click()
    await window.getByRole('menuitem', { name: '层级 × 客户类型' }).click()
    await window.locator('[role=menu]').waitFor({ state: 'detached' })
    const before = await counts()
    await window.keyboard.press('w')
    await window.locator('.what-if .marks input').nth(3).fill('800')
    await expect.poll(topTier).toContain('≥ 800万')
    expect(await counts()).not.toEqual(before)
    expect(sum(await counts())).toBe(CLIENTS)
    expect(await window.locator('.matrix .sum').innerText()).toMatch(/按假设切分，尚未保存.*移动 [1-9]/s)
    await window.locator('.what-if h2').first().click()
    await window.keyboard.press('Escape')
    await expect.poll(topTier).toContain('≥ 1,000万')
    expect(await counts()).toEqual(before)
  })

  it('saves the draft as a version: cells, history of the cell and way of each client tell of it', async () => {
    await window.keyboard.press('w')
    await window.locator('.what-if .marks input').nth(3).fill('800')
    await window.getByLabel('版本名称').fill('八百万')
    await window.getByRole('button', { name: '存为新版本' }).click()
    await expect.poll(version, LONG).toContain('2026.11.3+1')
    await window.locator('.what-if h2').first().click()
    await window.keyboard.press('Escape')
    await expect.poll(topTier).toContain('≥ 800万')
    await window.locator('#cell-5-trading').focus()
    await window.keyboard.press('h')
    const history = window.getByRole('complementary', { name: '客群历史，按记录的运行' })
    await history.getByText(/2026\.11\.3\+1/).waitFor(LONG)
    const moved = number(/移入 ([\d,]+)/.exec(await history.innerText())?.[1])
    expect(moved).toBeGreaterThan(0)
    await window.keyboard.press('h')
    await history.waitFor({ state: 'detached' })
  })

  it('compares two runs as a migration matrix in colours of its own, down to the client and the way it went', async () => {
    await window.keyboard.press('c')
    const grid = window.getByRole('region', { name: '对比两次同步' })
    await grid.waitFor(LONG)
    expect(await window.locator('.matrix .tb').innerText()).toMatch(/移动户数.*移动（户）.*2–4/s)
    expect(await window.locator('.matrix .tb').getByRole('radio').count()).toBe(0)
    const way = grid.getByRole('button', { name: /^4 交 → 5 交/ })
    const went = number(/: ([\d,]+)$/.exec((await way.getAttribute('aria-label')) ?? '')?.[1])
    await way.click()
    const names = panel().locator('.mv button')
    await expect.poll(() => names.count(), LONG).toBe(went)
    await names.first().click()
    await window.locator('.page.client h1').waitFor(LONG)
    const timeline = window.locator('section', { hasText: '4 交易型 → 5 交易型' }).last()
    await timeline.getByText('2026.11.3+1').waitFor(LONG)
    expect(await timeline.innerText()).toContain('≥ 800.00万')
  })

  it('goes back to an older version, and to the newest', async () => {
    const activate = async (name: string): Promise<void> => {
      await window.keyboard.press('w')
      await window.getByRole('tab', { name: '版本' }).click()
      const line = window.locator('.versions li').filter({ has: window.getByText(name, { exact: true }) })
      await line.getByRole('button', { name: '恢复此版' }).click()
      await expect.poll(version, LONG).toMatch(new RegExp(`${name.replaceAll('.', '\\.')}$`))
      await window.keyboard.press('Escape')
      await window.locator('.what-if').waitFor({ state: 'detached' })
    }
    await activate('2026.11.2')
    await expect.poll(topTier).toContain('≥ 1,000万')
    await window.locator('#cell-4-wealth').focus()
    await panel().getByText('每 30 天一次').waitFor(LONG)
    await activate('2026.11.3')
    await panel().getByText('每 60 天一次').waitFor(LONG)
  })

  it('tells what the next sync moved', async () => {
    await window.keyboard.press('F5')
    await expect
      .poll(() => window.locator('.matrix .sum').innerText(), { timeout: 600_000 })
      .toMatch(/较 .*移动 [1-9].*新增 \d.*调出 [1-9]/s)
    await window.keyboard.press('c')
    const from = panel().getByRole('combobox').first()
    await expect.poll(() => from.locator('option').count(), LONG).toBeGreaterThan(4)
    // the first sync of all against the last
    await from.selectOption({ index: (await from.locator('option').count()) - 1 })
    await expect.poll(() => panel().innerText(), LONG).toMatch(/未动\s+[\d,]+/)
    const kept = number(/未动\s+([\d,]+)/.exec(await panel().innerText())?.[1])
    expect(kept).toBeGreaterThan(CLIENTS / 2)
    expect(kept).toBeLessThan(CLIENTS)
  })

  it('has written nothing to the console that speaks of a problem', () => {
    expect(running.problems).toEqual([])
  })
})
