import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { launchDemo } from '../helpers/launch-demo.ts'
import { accountSpec, bondSpec, fundSpec, missingOf, otherFundsSpec, type SpecLine } from '../helpers/spec-figures.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

/** An equity fund with A and C class, a bond fund, one that paid dividends and one that was split. */
const EQUITY = '991336'
const BOND = '990287'
const PAID = '990241'
const SPLIT = '991992'

interface Card {
  readonly figure: string
  readonly definition: string
  readonly formula: string
  readonly asOf: string
  readonly reason: string
}

/** Clicks every figure that is shown and reads the card each of them opens. */
const cardsOf = (window: Page): Promise<Card[]> =>
  window.evaluate(async () => {
    const out: Card[] = []
    for (const figure of document.querySelectorAll<HTMLElement>('.figs .fig')) {
      figure.click()
      await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
      const card = document.querySelector('.card')
      out.push({
        figure: figure.dataset['figure'] ?? '',
        definition: card?.querySelector('h3 small')?.textContent ?? '',
        formula: card?.querySelector('.fx')?.textContent ?? '',
        asOf: card?.querySelector('dl dd:last-child')?.textContent ?? '',
        reason: figure.textContent === '—' ? (card?.querySelector('.warn')?.textContent ?? '') : 'not missing',
      })
    }
    return out
  })

const settled = async (window: Page): Promise<void> => {
  await window.locator('.figs .fig').first().waitFor({ timeout: 60_000 })
  await window.locator('[role=progressbar]').first().waitFor({ state: 'detached', timeout: 60_000 })
}

/** Walks the pages, asks every figure, and gives the ids of all of them. */
const walk = async (window: Page, paths: readonly string[]): Promise<string[]> => {
  const ids = new Set<string>()
  for (const path of paths) {
    // By way of a screen without figures, so that none of the page before is asked.
    await openScreen(window, '/sync')
    await window.locator('.figs').waitFor({ state: 'detached' })
    await openScreen(window, path)
    await settled(window)
    const cards = await cardsOf(window)
    for (const card of cards) {
      const said = `${path} ${card.figure}`
      expect(card.definition, said).toMatch(/^[\w.-]+@(?:account-)?\d{4}\.\d+/)
      expect(card.formula, said).not.toBe('')
      expect(card.asOf, said).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(card.reason, said).not.toBe('')
      ids.add(card.figure)
    }
    await window.keyboard.press('Escape')
    await window.locator('.card').waitFor({ state: 'detached' })
  }
  return [...ids]
}

const missing = (lines: readonly SpecLine[], ids: readonly string[]): string[] =>
  lines.flatMap(line => missingOf(line, ids).map(id => `${line.line}: ${id}`))

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
    const passed = panel.locator('h2 small')
    await expect.poll(() => passed.innerText(), { timeout: 60_000 }).toMatch(/^[1-9][\d,]* \/ [\d,]+ 只符合/)
    const wide = await passed.innerText()
    await panel.locator('.cond input').first().fill('0.9')
    await panel.locator('.cond input').first().press('Enter')
    await expect.poll(() => passed.innerText(), { timeout: 60_000 }).not.toBe(wide)
    const narrow = await passed.innerText()
    await panel.getByLabel('名称', { exact: true }).fill('稳健偏股')
    await panel.getByRole('button', { name: '保存' }).click()
    await panel.getByRole('button', { name: '清空' }).click()
    await expect.poll(() => passed.innerText(), { timeout: 20_000 }).not.toBe(narrow)
    await panel.getByRole('button', { name: '稳健偏股', exact: true }).click()
    await expect.poll(() => passed.innerText(), { timeout: 20_000 }).toBe(narrow)
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

describe('a fund of a file in an empty workstation', () => {
  let running: RunningApp
  const folder = temporaryFolder()

  beforeAll(async () => {
    running = await launchApp({ demo: false })
  })
  afterAll(async () => {
    await running.close()
    folder[Symbol.dispose]()
  })

  it('is previewed with what is wrong, written, and diagnosed without inventing anything', async () => {
    const { window, app } = running
    const file = join(folder.path, '880001_nav.csv')
    writeFileSync(
      file,
      `date,unit_nav,acc_nav,daily_pct,subscription,redemption,event
2026-06-26,1.0000,1.0000,,开放申购,开放赎回,
2026-06-29,1.0100,1.0100,1.00,开放申购,开放赎回,
2026-06-30,1.0100,1.0100,,开放申购,开放赎回,
2026-07-01,0.9800,1.0300,2.02,开放申购,开放赎回,每10份派0.5元
2026-07-02,0.4900,1.0300,0.00,限制大额申购,开放赎回,每份基金份额折算2.0份
2026-07-03,0.5000,1.0500,2.04,限制大额申购,开放赎回,说不清的事
`,
    )
    await window.getByRole('button', { name: '导入文件' }).click()
    await window.getByLabel('口令（可以不设）').fill('secret-1')
    await window.getByRole('button', { name: '建立客户簿' }).click()
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, file)
    await window.getByRole('button', { name: '选择文件' }).click()
    await window.getByText('看不懂的分红或折算：“说不清的事”').waitFor({ state: 'attached', timeout: 30_000 })
    await window.getByRole('button', { name: /写入 \d+ 行/ }).click()
    await window.getByText('导入记录').waitFor()
    await openScreen(window, '/funds/880001')
    await window.locator('.page.fund h1', { hasText: '880001' }).waitFor({ timeout: 60_000 })
    await settled(window)
    // 1 % up, then (0.98 + 0.05) / 1.01, then 0.49 x 2 / 0.98: a conversion is no loss; 30 June repeats a NAV
    expect(await window.locator('[data-figure="sinceInception.fund"]').innerText()).toBe('+3.00')
    expect(await window.locator('[data-figure="score.total"]').innerText()).toBe('—')
    const shown = await walk(
      window,
      ['profile', 'fees', 'holdings'].map(tab => `/funds/880001/${tab}`),
    )
    expect(shown).toContain('dividend.2026-07-01')
    expect(shown).toContain('split.2026-07-02')
    expect(running.problems).toEqual([])
  })
})
