import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardsOf, missing, settled, walk } from '../helpers/ask-figures.ts'
import type { RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { launchDemo } from '../helpers/launch-demo.ts'
import { accountSpec, bondSpec, fundSpec, otherFundsSpec } from '../helpers/spec-figures.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

/** An equity fund with A and C class, a bond fund, one that paid dividends and one that was split. */
const EQUITY = '991336'
const BOND = '990287'
const PAID = '990241'
const SPLIT = '991992'

describe('funds in the window', () => {
  let running: RunningApp
  const folder = temporaryFolder()

  beforeAll(async () => {
    running = await launchDemo()
  })
  afterAll(async () => {
    await running.close()
    folder[Symbol.dispose]()
  })

  const saveTo = async (file: string): Promise<void> => {
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
  }

  it('are found by name, by code and by pinyin', async () => {
    const { window } = running
    await openScreen(window, '/funds')
    const search = window.getByLabel('名称、拼音、代码').first()
    await window.locator('.ag-row[row-index="0"]').first().waitFor({ timeout: 60_000 })
    // The list takes the room below its tools: a row can be hit where it stands.
    await window.locator('.ag-row[row-index="8"]').first().click({ timeout: 20_000 })
    for (const typed of ['知微稳进', EQUITY, 'zwwjhh']) {
      await search.fill('990')
      await search.fill(typed)
      await window.locator('.ag-row[row-index="0"]', { hasText: '知微稳进混合' }).first().waitFor({ timeout: 20_000 })
    }
    await search.press('Enter')
    await window.locator('.page.fund h1').waitFor({ timeout: 60_000 })
  })

  it('open the definition card of every figure on every tab, and show every figure that the spec names', async () => {
    const { window } = running
    const tabs = ['diagnosis', 'performance', 'attribution', 'style', 'holdings', 'manager', 'fees', 'profile']
    const equity = await walk(
      window,
      tabs.map(tab => `/funds/${EQUITY}/${tab}`),
    )
    const bond = await walk(
      window,
      ['attribution', 'holdings'].map(tab => `/funds/${BOND}/${tab}`),
    )
    // sizes by quarter are bars, the newest of them is printed too
    const bars = window.locator('[role=img][aria-label="规模"] svg')
    const split = await walk(window, [`/funds/${PAID}/profile`, `/funds/${SPLIT}/profile`])
    expect(await bars.innerHTML()).toContain('2026-09')
    expect(missing([...fundSpec, otherFundsSpec], [...equity, ...split, 'size.2026-09-30'])).toEqual([])
    expect(missing(bondSpec, bond)).toEqual([])
    expect(equity.length).toBeGreaterThan(250)
  })

  it('draw NAV, drawdown, radar and months as charts that answer the pointer and the keyboard', async () => {
    const { window } = running
    await openScreen(window, `/funds/${EQUITY}`)
    await window.locator('.fdiag').waitFor({ timeout: 60_000 })
    await settled(window)
    for (const name of ['复权净值', '回撤', '五力', '月度收益'])
      await window.locator(`[role=img][aria-label="${name}"] svg`).waitFor()
    await window.locator('[role=img][aria-label="复权净值"]').hover({ position: { x: 300, y: 100 } })
    await window
      .getByText(/^\d{4}-\d\d-\d\d.*本基金/)
      .first()
      .waitFor()
    await window.locator('[role=img][aria-label="五力"]').hover({ position: { x: 120, y: 85 } })
    await window
      .getByText(/本基金.*收益率.*抗风险/)
      .first()
      .waitFor()
    const months = window.getByRole('application', { name: /月度收益/ })
    await months.focus()
    await months.press('ArrowRight')
    await months.press('ArrowRight')
    await expect.poll(() => months.getAttribute('aria-label')).toMatch(/\d{4}-\d\d [+−]?\d/)
    await months.press('Enter')
    await window.locator('.card h3', { hasText: '月度收益' }).waitFor()
    await window.keyboard.press('Escape')
    await window.locator('.card').waitFor({ state: 'detached' })
    // a sentence is tied to its figure
    await window.locator('.con .said').first().click()
    await window.locator('.card .fx').waitFor()
    await window.keyboard.press('Escape')
    await window.locator('.card').waitFor({ state: 'detached' })
  })

  it('make the PDF of a fund with its button', async () => {
    const { window } = running
    await openScreen(window, `/funds/${EQUITY}`)
    await settled(window)
    const file = join(folder.path, 'fund.pdf')
    await saveTo(file)
    await window.getByRole('button', { name: /基金诊断 PDF/ }).click()
    const done = window.getByTestId('report-done')
    await done.waitFor({ timeout: 180_000 })
    await done.getByText('另存').click()
    await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true)
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    expect(text).toContain('基金诊断报告')
    expect(text).toContain('知微稳进混合')
    expect(text).not.toContain('月度收益')
  })

  it('stand beside each other, six on the screen and six in the PDF', async () => {
    const { window } = running
    const codes = [EQUITY, '991337', BOND, '990142', '990468', '980001']
    await openScreen(window, `/funds/compare?codes=${codes.join(',')}`)
    await window.locator('.compared-curves').waitFor({ timeout: 60_000 })
    await settled(window)
    expect(await window.locator('.compared-curves ol li').count()).toBe(6)
    const cards = await cardsOf(window)
    expect(cards.length).toBeGreaterThan(60)
    for (const card of cards) expect(card.formula, card.figure).not.toBe('')
    await window.keyboard.press('Escape')
    await window.locator('.card').waitFor({ state: 'detached' })
    const file = join(folder.path, 'six.pdf')
    await saveTo(file)
    await window.getByRole('button', { name: /对比 PDF/ }).click()
    const done = window.getByTestId('report-done')
    await done.waitFor({ timeout: 180_000 })
    await done.getByText('另存').click()
    await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true)
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    for (const code of codes) expect(text, code).toContain(code)
  })

  it('are screened over a metric; a screen is saved, cleared and picked again', async () => {
    const { window } = running
    await openScreen(window, '/funds')
    await window.locator('.ag-row').first().waitFor({ timeout: 60_000 })
    await window.getByLabel('名称、拼音、代码').first().fill('')
    await window.getByRole('button', { name: '筛选' }).click()
    const panel = window.getByRole('complementary', { name: '筛选' })
    await panel.getByLabel('偏股混合').check()
    await panel.getByRole('button', { name: '加条件' }).click()
    /** How many pass; blank until the conditions of now are answered. */
    const passed = async (): Promise<string> => {
      const said = panel.locator('h2 small', { hasText: /^[1-9][\d,]* \/ [\d,]+ 只符合/ })
      await said.waitFor({ timeout: 60_000 })
      return said.innerText()
    }
    const wide = await passed()
    await panel.locator('.cond input').first().fill('0.9')
    await panel.locator('.cond input').first().press('Enter')
    const narrow = await passed()
    expect(narrow).not.toBe(wide)
    await panel.getByLabel('名称', { exact: true }).fill('稳健偏股')
    await panel.getByRole('button', { name: '保存' }).click()
    await panel.getByRole('button', { name: '清空' }).click()
    expect(await passed()).not.toBe(narrow)
    await panel.getByRole('button', { name: '稳健偏股', exact: true }).click()
    expect(await passed()).toBe(narrow)
  })

  it('show the account of a client part by part with every figure that the spec names', async () => {
    const { window } = running
    await openScreen(window, '/clients')
    await window.locator('.ag-row[row-index="0"]').first().waitFor({ timeout: 60_000 })
    await window.locator('.ag-row[row-index="0"]').first().dblclick()
    await window.waitForURL(/#\/clients\/./)
    const client =
      window
        .url()
        .replace(/^[^#]*#/, '')
        .split(/[/?]/)[2] ?? ''
    const parts = ['overview', 'performance', 'concentration', 'risk', 'suitability', 'behaviour', 'plan', 'basis']
    const ids = await walk(
      window,
      parts.map(part => `/clients/${client}/diagnosis?part=${part}`),
    )
    expect(missing(accountSpec, ids)).toEqual([])
  })

  it('has written nothing to the console that speaks of a problem', () => {
    expect(running.problems).toEqual([])
  })
})
