import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScreen } from '../helpers/first-sync.ts'
import { launchDemo } from '../helpers/launch-demo.ts'
import type { RunningApp } from '../helpers/electron-app.ts'

const LONG = { timeout: 120_000 }

describe('reports of every kind and what is done with them, in the window', () => {
  let running: RunningApp
  let window: Page
  beforeAll(async () => {
    running = await launchDemo()
    window = running.window
    await window.locator('.nav').waitFor(LONG)
  })
  afterAll(() => running.close())

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
    await window.getByRole('heading', { name: /生成报告/ }).waitFor(LONG)
    await window.keyboard.press('Escape')
    await openScreen(window, '/today')
    await window.locator('main[data-path="/today"] h1').waitFor(LONG)
    await window.keyboard.press('Control+p')
    await made('AD')
    await sheetCloses()
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

  it('have written nothing to the console that speaks of a problem', () => {
    expect(running.problems.map(problem => problem.slice(0, 200))).toEqual([])
  })
})
