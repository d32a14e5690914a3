import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScreen } from '../helpers/first-sync.ts'
import { launchDemo } from '../helpers/launch-demo.ts'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'

const LONG = { timeout: 120_000 }

describe('reports of every kind and what is done with them, in the window', () => {
  let running: RunningApp
  let window: Page
  let again: RunningApp | null = null
  beforeAll(async () => {
    running = await launchDemo()
    window = running.window
    await window.locator('.nav').waitFor(LONG)
  })
  afterAll(async () => {
    await again?.close()
    await running.close()
  })

  const made = async (kind: string): Promise<void> => {
    const done = window.getByTestId('report-done').last()
    await done.waitFor(LONG)
    expect(await done.getAttribute('data-report')).toMatch(new RegExp(`^${kind}-\\d{8}-\\d{4}$`))
  }
  const sheetCloses = async (): Promise<void> => {
    await window.keyboard.press('Escape')
    await window.getByRole('dialog').waitFor({ state: 'detached' })
  }
  const firstClient = async (): Promise<void> => {
    await openScreen(window, '/clients')
    await window.locator('.ag-row[row-index="0"] .ag-cell').first().dblclick(LONG)
    await window.waitForURL(/#\/clients\/./)
    await window.locator('.page.client h1').waitFor(LONG)
  }

  it('come with one click from the matrix, from a cell of it, and from today', async () => {
    await openScreen(window, '/matrix')
    await window.locator('[role=gridcell].cell').first().waitFor(LONG)
    await window.keyboard.press('r')
    await window.frameLocator('iframe.pages').getByText('客群回顾').first().waitFor(LONG)
    await made('SR')
    await sheetCloses()
    // a click would open the clients of the cell
    await window.locator('[role=gridcell].cell').first().focus()
    await window.keyboard.press('Control+p')
    await window.getByRole('heading', { name: /：生成 \d+ 份报告/ }).waitFor(LONG)
    await window.keyboard.press('Escape')
    await openScreen(window, '/today')
    await window.locator('main[data-path="/today"] h1').waitFor(LONG)
    await window.keyboard.press('Control+p')
    await made('AD')
    await sheetCloses()
  })

  it('come with one click from the page of a fund, too', async () => {
    await openScreen(window, '/funds')
    await window.locator('.ag-row[row-index="0"] .ag-cell').first().dblclick(LONG)
    await window.waitForURL(/#\/funds\/./)
    await window.getByRole('button', { name: '基金诊断 PDF' }).waitFor(LONG)
    await window.keyboard.press('Control+p')
    await made('FD')
  })

  it('are found by kind, by number and by the name of whom they are about; a key goes to the search, another to the print dialogue', async () => {
    await openScreen(window, '/reports')
    const counted = (text: RegExp) => window.locator('.reports .ph').getByText(text).waitFor(LONG)
    await counted(/^3 \/ 3 份/)
    const kind = (name: string) => window.getByRole('radiogroup', { name: '种类' }).getByRole('radio', { name }).click()
    for (const [name, id] of [
      ['客群报告', 'SR'],
      ['基金诊断', 'FD'],
      ['账户诊断', 'AD'],
    ] as const) {
      await kind(name)
      await counted(/^1 \/ 3 份/)
      await window
        .getByRole('complementary', { name: '报告详情' })
        .getByText(new RegExp(`${id}-\\d{8}`))
        .waitFor(LONG)
    }
    await kind('基金对比')
    await counted(/^0 \/ 3 份/)
    await kind('全部种类')
    await window.keyboard.press('/')
    const search = window.getByLabel('客户、基金或报告编号')
    expect(await search.evaluate(field => field === document.activeElement)).toBe(true)
    await search.pressSequentially('fd-')
    await counted(/^1 \/ 3 份/)
    const fund = await window.locator('.ag-row[row-index="0"] [col-id="subjectName"]').innerText()
    await search.fill(fund.slice(1, 4))
    await counted(/^1 \/ 3 份/)
    await search.fill('没有这样的报告')
    await counted(/^0 \/ 3 份/)
    await search.fill('')
    await counted(/^3 \/ 3 份/)
    await window.locator('.ag-row[row-index="0"] .ag-cell').first().click()
    await window.keyboard.press('p')
    const dialog = window.getByRole('dialog', { name: '打印 1 份报告' })
    await dialog.getByLabel('份数').fill('2')
    await dialog.getByRole('radio', { name: '先看系统对话框' }).click()
    await window.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  const browserIs = async (path: string): Promise<void> => {
    await openScreen(window, '/settings')
    await window.getByLabel('浏览器路径').fill(path)
    await window.getByRole('button', { name: '使用', exact: true }).click()
  }
  const startBatch = async (from: number, to: number): Promise<void> => {
    await openScreen(window, '/clients')
    await window.locator(`.ag-row[row-index="${from}"] .ag-cell`).first().click(LONG)
    const last = window.locator(`.ag-row[row-index="${to}"] .ag-cell`).first()
    await last.click({ modifiers: ['Shift'], ...LONG })
    // the keys go to the screen when its lines are chosen
    await window.locator(`.ag-row-selected[row-index="${to}"]`).first().waitFor(LONG)
    await window.locator(`.ag-row-selected[row-index="${from}"]`).first().waitFor(LONG)
    await window.keyboard.press('Control+p')
    await window.getByRole('button', { name: '开始生成' }).click()
    await window.waitForURL(/#\/reports\/batches/)
    // it stands there at once, however busy its first report keeps the engine
    await window.locator('table.batches, .page > .empty').first().waitFor(LONG)
    expect(await window.getByText('还没有批量任务').count()).toBe(0)
  }
  const batch = () => window.getByRole('complementary', { name: '批量生成' })
  /** Reports made so far, as the panel of the chosen batch says. */
  const madeSoFar = async (): Promise<number> =>
    Number(/(\d+) \/ \d+ 份/.exec(await batch().locator('h2').first().innerText())?.[1])

  it('are for all the lines that were chosen, however soon the next key comes', async () => {
    await openScreen(window, '/clients')
    await window.locator('.ag-row[row-index="3"] .ag-cell').first().waitFor(LONG)
    const chosen = await window.evaluate(async () => {
      for (const [row, shiftKey] of [[0, false] as const, [3, true] as const]) {
        const cell = document.querySelector(`.ag-row[row-index="${row}"] .ag-cell`)
        for (const type of ['mousedown', 'mouseup', 'click'])
          cell?.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, shiftKey }))
        // the first half of Ctrl P is here before the grid has told of the click
        if (shiftKey)
          cell?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Control', ctrlKey: true, bubbles: true }))
        for (let turn = 0; turn < 2; turn++) await new Promise(done => setTimeout(done))
      }
      return document.querySelectorAll('.ag-row-selected').length
    })
    expect(chosen).toBe(4)
  })

  it('of a batch are printed by the program itself where the browser cannot, and say so', async () => {
    await browserIs('/nowhere/browser')
    await window.getByText('/nowhere/browser 不在这台电脑上').waitFor(LONG)
    await startBatch(5, 6)
    await batch()
      .getByText(/\/nowhere\/browser 不在这台电脑上，其中 [12] 份由本程序打印/)
      .waitFor(LONG)
    await window.getByText('已完成').waitFor(LONG)
    await openScreen(window, '/reports')
    const panel = window.getByRole('complementary', { name: '报告详情' })
    await panel.getByText('/nowhere/browser 不在这台电脑上，这份由本程序打印').waitFor(LONG)
  })

  it('of a batch that nothing can print stop by themselves; the log says which failed and why, and they are made later', async () => {
    await running.app.evaluate(({ app }) => {
      app.on('web-contents-created', (_event, contents) => {
        const print = contents.printToPDF.bind(contents)
        contents.printToPDF = options =>
          process.env['PRINTING_WORKS'] === '1' ? print(options) : Promise.reject(new Error('out of order'))
      })
    })
    await startBatch(0, 4)
    await batch().getByRole('alert').getByText('已自动暂停').waitFor(LONG)
    const log = batch().locator('.sec', { hasText: '失败' }).locator('li')
    await expect.poll(() => log.count(), LONG).toBeGreaterThanOrEqual(3)
    expect(await log.first().innerText()).toContain('/nowhere/browser')
    await running.app.evaluate(() => {
      process.env['PRINTING_WORKS'] = '1'
    })
    await browserIs('')
    await openScreen(window, '/reports/batches')
    await batch()
      .getByRole('button', { name: /重试失败的 \d 份/ })
      .click()
    await expect.poll(madeSoFar, LONG).toBe(5)
    await window.getByText('已完成').first().waitFor(LONG)
    expect(await log.count()).toBe(0)
  })

  it('are compared with an earlier version, and show the evidence behind them', async () => {
    for (const turn of [1, 2]) {
      await firstClient()
      await window.getByRole('button', { name: '生成诊断 PDF' }).click()
      await made('AD')
      expect(turn).toBeLessThan(3)
    }
    const id = await window.getByTestId('report-done').last().getAttribute('data-report')
    await openScreen(window, `/reports?id=${id}`)
    const panel = window.getByRole('complementary', { name: '报告详情' })
    await panel.getByText('适当性证据').waitFor(LONG)
    await window.keyboard.press('e')
    await expect.poll(() => panel.locator('table.flat').last().locator('tbody tr').count(), LONG).toBeGreaterThan(0)
    await panel.getByRole('button', { name: '对比' }).first().click()
    await window.getByRole('heading', { name: '报告对比' }).waitFor(LONG)
    // the same book on the same day: every figure stands still
    await expect.poll(() => window.locator('main table').first().locator('tbody tr').count(), LONG).toBeGreaterThan(5)
  })

  it('are not sent any more by a way that the client took back', async () => {
    await firstClient()
    await window.getByRole('button', { name: '撤回同意…' }).click(LONG)
    const dialog = window.getByRole('dialog')
    for (const way of ['邮件', '链接']) {
      if (way === '链接') await window.getByRole('button', { name: '撤回同意…' }).click(LONG)
      await dialog.getByRole('radio', { name: way }).click()
      await dialog.getByLabel('凭据').fill('REC-2026-0042')
      await dialog.getByRole('button', { name: '记录撤回' }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    await window.getByText('未同意电子送达').waitFor(LONG)
  })

  it('of a batch wait while it is paused, and go on after the program was started again', async () => {
    await startBatch(5, 26)
    await batch().getByRole('button', { name: '暂停' }).click()
    await batch().getByRole('button', { name: '继续' }).waitFor(LONG)
    const paused = await madeSoFar()
    expect(paused).toBeLessThan(22)
    await batch().getByRole('button', { name: '继续' }).click()
    await expect.poll(madeSoFar, LONG).toBeGreaterThan(paused)
    const before = await madeSoFar()
    await running.app.close()
    again = await launchApp({ home: running.home })
    window = again.window
    await window.locator('.nav').waitFor(LONG)
    await openScreen(window, '/reports/batches')
    // nobody clicked anything: it goes on where it stood
    await expect.poll(madeSoFar, LONG).toBeGreaterThan(before)
    await batch().getByRole('button', { name: '取消' }).click()
    await window.getByText('已取消').first().waitFor(LONG)
    await batch().getByRole('button', { name: '继续' }).waitFor(LONG)
  })

  it('have written nothing to the console that speaks of a problem', () => {
    const problems = [...running.problems, ...(again?.problems ?? [])]
    expect(problems.map(problem => problem.slice(0, 200))).toEqual([])
  })
})
