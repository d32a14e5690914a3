import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBranchHome } from '../helpers/branch-home.ts'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const CLIENTS = 50_000
const LONG = { timeout: 90_000 }

describe('the window on the largest book, 50,000 clients', () => {
  const folder = temporaryFolder()
  let running: RunningApp

  beforeAll(async () => {
    await makeBranchHome(folder.path, { clients: CLIENTS, scale: 0.02, marketSize: 0.05 })
    running = await launchApp({ home: folder.path, demo: false })
  })
  afterAll(async () => {
    await running.close()
    folder[Symbol.dispose]()
  })

  const shownRows = async (): Promise<number> =>
    Number((await running.window.locator('.clients .ph b').first().innerText()).replaceAll(',', ''))

  it('counts every client in the 15 cells, and no text runs over its cell', async () => {
    const { window } = running
    const cells = window.locator('[role=gridcell].cell:not(.part)')
    await expect.poll(() => cells.count(), LONG).toBe(15)
    const texts = await cells.allInnerTexts()
    const counts = texts.map(text => Number(/([\d,]+)\s*户/.exec(text)?.[1]?.replaceAll(',', '')))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(CLIENTS)
    const crowded = await cells.evaluateAll(all =>
      all.flatMap(cell => {
        const line = [...cell.querySelectorAll('.x > span')].map(part => part.getBoundingClientRect())
        const within = cell.getBoundingClientRect()
        const meets = line.some((box, i) => i > 0 && box.left < (line[i - 1]?.right ?? 0) + 2)
        return meets || line.some(box => box.right > within.right) ? [cell.textContent] : []
      }),
    )
    expect(crowded).toEqual([])
  })

  it('opens a cell, the grid of all clients and a client at its end', async () => {
    const { window } = running
    await window.locator('#cell-4-wealth').click()
    await window.waitForURL(/#\/clients\?/)
    await window.locator('.ag-row').first().waitFor(LONG)
    await openScreen(window, '/clients')
    await expect.poll(shownRows, LONG).toBe(CLIENTS)
    await window.locator('.ag-row[row-index="0"] .ag-cell').first().click()
    await window.keyboard.press('Control+End')
    const last = window.locator(`.ag-row[row-index="${CLIENTS - 1}"]`).first()
    await last.waitFor(LONG)
    const name = (await last.locator('.ag-cell').first().innerText()).split('\n')[0] ?? ''
    await last.dblclick()
    await window.locator('.page.client h1').getByText(name).waitFor(LONG)
  })

  it('finds one client by number in the grid and from everywhere', async () => {
    const { window } = running
    await openScreen(window, '/clients')
    await window.locator('.ag-row').first().waitFor(LONG)
    await window.locator('.clients .quick').fill('wang')
    await expect.poll(shownRows, LONG).toBeLessThan(CLIENTS)
    expect(await shownRows()).toBeGreaterThan(0)
    const first = await window.locator('.ag-row[row-index="0"] .ag-cell').first().innerText()
    await window.keyboard.press('Control+k')
    await window.getByRole('combobox').fill(first.split('\n')[0] ?? '')
    await window.getByRole('option').filter({ hasText: '客户' }).first().waitFor(LONG)
    await window.keyboard.press('Enter')
    await window.waitForURL(/#\/clients\/./)
    await window.locator('.page.client h1').waitFor(LONG)
    await window.getByRole('tab', { name: '账户诊断' }).click()
    await window.getByText('配置与目标').first().waitFor(LONG)
  })

  it('says whom to serve today, and nothing has broken on the way', async () => {
    const { window } = running
    await openScreen(window, '/today')
    await window.locator('.page.today tbody tr').nth(5).waitFor(LONG)
    expect(running.problems).toEqual([])
    expect(running.terminal()).not.toMatch(/internal|heap out of memory/i)
  })
})
