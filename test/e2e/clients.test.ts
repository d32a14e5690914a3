import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { launchDemo } from '../helpers/launch-demo.ts'

/** Cells of the only sheet as text. */
const linesOf = async (file: string): Promise<readonly (readonly string[])[]> => {
  const book = new ExcelJS.Workbook()
  const sheet = file.endsWith('.csv')
    ? await book.csv.readFile(file, { map: (value: string) => value })
    : (await book.xlsx.readFile(file)).worksheets[0]
  const lines: string[][] = []
  sheet?.eachRow(row => {
    lines.push(Array.from({ length: row.cellCount }, (_, i) => row.getCell(i + 1).text.replace('\uFEFF', '')))
  })
  return lines
}

describe('the grid of clients in the window', () => {
  let running: RunningApp
  let window: Page

  beforeAll(async () => {
    running = await launchDemo()
    window = running.window
    window.setDefaultTimeout(30_000)
    await openScreen(window, '/clients')
    await window.locator('.ag-row[row-index="0"]').first().waitFor({ timeout: 60_000 })
  })
  afterAll(() => running.close())

  /** Shown lines and lines of the book, as the head of the page tells them. */
  const counts = async (): Promise<readonly number[]> =>
    ((await window.locator('.clients .sum').innerText()).match(/[\d,]+/g) ?? [])
      .slice(0, 2)
      .map(text => Number(text.replaceAll(',', '')))
  const shown = async (): Promise<number> => (await counts())[0] ?? Number.NaN
  const chips = () => window.getByRole('list', { name: '生效中的筛选' })
  const outbox = async (): Promise<number> =>
    Number(/\d+/.exec(await window.locator('header, .title').getByText(/待发/).first().innerText())?.[0] ?? Number.NaN)
  const column = (id: string): Promise<string[]> => window.locator(`.ag-row [col-id="${id}"]`).allInnerTexts()
  const saveTo = (file: string): Promise<void> =>
    running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)

  it('tells a screen reader nothing of missing matches when its rows come', async () => {
    const said = window.locator('.ag-aria-description-container')
    // what is said of the click comes after whatever was said of the rows
    await window.locator('.ag-row[row-index="0"]').first().click()
    await expect.poll(() => said.innerText()).not.toBe('')
    expect(await said.innerText()).not.toContain('没有符合')
  })

  it('draws a list that flies by a few times a second only, and where it comes to rest', async () => {
    const flight = await window.evaluate(
      () =>
        new Promise<{ ms: number; drawn: number; frames: number }>(done => {
          const body = document.querySelector('.ag-grid-viewport')
          if (!body) return
          const seen = new Set<string | null | undefined>()
          const watch = new MutationObserver(() => seen.add(body.querySelector('.ag-row')?.getAttribute('row-id')))
          watch.observe(body, { childList: true, subtree: true })
          const start = performance.now()
          let frames = 0
          const frame = (): void => {
            const before = body.scrollTop
            body.scrollTop += 1.5 * body.clientHeight
            frames++
            if (body.scrollTop > before) requestAnimationFrame(frame)
            else {
              watch.disconnect()
              done({ ms: performance.now() - start, drawn: seen.size, frames })
            }
          }
          requestAnimationFrame(frame)
        }),
    )
    expect(flight.frames).toBeGreaterThan(40)
    expect(flight.drawn).toBeLessThanOrEqual(flight.ms / 300 + 2)
    const last = (await counts())[1] ?? Number.NaN
    await window.locator(`.ag-row[row-index="${last - 1}"]`).waitFor()
    await window.evaluate(() => {
      const body = document.querySelector('.ag-grid-viewport')
      if (body) body.scrollTop = 0
    })
    await window.locator('.ag-row[row-index="0"]').waitFor()
  })

  it('narrows by several columns at once, and says by which', async () => {
    await window.keyboard.press('f')
    const panel = window.getByRole('region', { name: '筛选' })
    await panel.getByLabel('资产 从').fill('100')
    await panel.getByLabel('资产 到').fill('500')
    await panel.getByRole('group', { name: '风险承受能力' }).getByLabel('C3').check()
    await panel.getByLabel('上次联系 从').fill('2026-09-01')
    // what is no number filters nothing and says so
    await panel.getByLabel('现金 从').fill('many')
    await panel.getByRole('alert').waitFor()
    await panel.getByLabel('现金 从').fill('')
    await window.keyboard.press('Escape')
    await expect.poll(shown).toBeLessThan(3000)
    expect(await chips().locator('li > button:first-child:not(.link)').allInnerTexts()).toEqual([
      '资产 100.00万 – 500.00万',
      '风险承受能力 C3',
      '上次联系 ≥ 2026-09-01',
    ])
    const assets = (await column('assets'))
      .filter(text => /\d/.test(text))
      .map(text => Number(text.replaceAll(',', '')))
    expect(assets.length).toBeGreaterThan(5)
    expect(assets.every(each => each >= 100 && each <= 500)).toBe(true)
    expect(new Set((await column('riskCapacity')).filter(text => text.startsWith('C')))).toEqual(new Set(['C3']))
  })

  it('keeps filters under a name, takes one off, and brings them back', async () => {
    const narrowed = await shown()
    await window.getByRole('button', { name: '我的视图' }).click()
    await window.getByLabel('视图名称').fill('C3 一到五百万')
    await window.getByRole('button', { name: '保存当前' }).click()
    await window.getByText('已保存视图：C3 一到五百万').waitFor()
    await window.getByRole('button', { name: '去掉筛选：风险承受能力' }).click()
    await expect.poll(shown).toBeGreaterThan(narrowed)
    await chips().getByRole('button', { name: '清除全部' }).click()
    await expect.poll(shown).toBe(3000)
    await window.getByRole('button', { name: '我的视图' }).click()
    await window.getByRole('button', { name: 'C3 一到五百万' }).click()
    await expect.poll(shown).toBe(narrowed)
  })

  it('comes back from a client narrowed as it was left', async () => {
    const narrowed = await shown()
    await window.keyboard.press('j')
    await window.keyboard.press('Enter')
    await window.locator('.page.client h1').waitFor()
    await window.keyboard.press('Escape')
    await expect.poll(shown).toBe(narrowed)
    expect(await chips().locator('li').count()).toBe(4)
  })

  it('keeps the styles of its grids while no screen has one, so that no screen is styled anew for it', async () => {
    const styles = await window.locator('style[data-ag-css]').elementHandles()
    expect(styles.length).toBeGreaterThan(0)
    await openScreen(window, '/settings')
    await openScreen(window, '/clients')
    const kept = await Promise.all(styles.map(style => style.evaluate(element => element.isConnected)))
    expect(kept).toEqual(styles.map(() => true))
  })

  it('finds by pinyin initials and by the tail of the phone', async () => {
    await chips().getByRole('button', { name: '清除全部' }).click()
    const search = window.getByRole('searchbox')
    await search.fill('qly')
    await expect.poll(() => column('name')).toContain('秦朗月')
    await search.fill('')
    await expect.poll(shown).toBe(3000)
    const tail = (await window.locator('.ag-row[row-index="0"]').first().innerText()).match(/\*{4}(\d{4})/)?.[1]
    expect(tail).toBeDefined()
    await search.fill(tail ?? '')
    await expect.poll(shown).toBeLessThan(30)
    // a client number may hold the same figures
    expect(await column('phoneTail')).toContain(`****${tail}`)
    await search.fill('')
  })

  it('tags the clients of a view at once: they wait in the outbox and are taken back with U', async () => {
    await window.getByRole('button', { name: '我的视图' }).click()
    await window.getByRole('button', { name: 'C3 一到五百万' }).click()
    await expect.poll(shown).toBeLessThan(3000)
    const [narrowed, before] = [await shown(), await outbox()]
    const tag = async (): Promise<void> => {
      await window.keyboard.press('b')
      const dialog = window.getByRole('dialog')
      await dialog.getByRole('textbox', { name: '标签' }).fill('年末回访')
      await dialog.locator('button[type=submit]').click()
      await window.locator('[role=dialog]').waitFor({ state: 'detached' })
      await expect.poll(outbox).toBe(before + narrowed)
    }
    await tag()
    await window.getByText(`已为 ${narrowed} 位客户加标签`).waitFor()
    await window.keyboard.press('u')
    await expect.poll(outbox).toBe(before)
    await tag()
    await chips().getByRole('button', { name: '清除全部' }).click()
    await window.keyboard.press('f')
    await window.getByRole('region', { name: '筛选' }).getByRole('textbox', { name: '标签' }).fill('年末')
    await window.keyboard.press('Escape')
    // nobody else carries the tag
    await expect.poll(shown).toBe(narrowed)
  })

  it.each(['CSV', 'XLSX'])('exports what is shown as %s, masked, with a formula made harmless', async format => {
    const narrowed = await shown()
    const file = join(running.home, '..', `clients.${format.toLowerCase()}`)
    await saveTo(file)
    await window.keyboard.press('Control+e')
    const dialog = window.getByRole('dialog')
    await dialog.getByRole('radio', { name: format }).click()
    expect(await dialog.getByRole('checkbox').isChecked()).toBe(true)
    await dialog.locator('button[type=submit]').click()
    await window.locator('[role=dialog]').waitFor({ state: 'detached' })
    await window.getByText(`已导出 ${narrowed} 户`).waitFor()
    const [head, ...rows] = await linesOf(file)
    const names = rows.map(row => row[head?.indexOf('客户') ?? -1] ?? '')
    expect(rows).toHaveLength(narrowed)
    expect(names.every(name => name.includes('*'))).toBe(true)
    if (format === 'CSV') expect(readFileSync(file, 'utf8')).not.toMatch(/(^|,)[=+@-][^,\d]/m)
  })

  it('ranks the shelf for a client: only what risk fit allows, with reasons, and how many are held back and why', async () => {
    await window.locator('.ag-row[row-index="0"]').first().dblclick()
    await window.waitForURL(/#\/clients\/./)
    const level = /风险承受能力\s*C(\d)/.exec(await window.locator('.hd').innerText())?.[1]
    expect(level).toBeDefined()
    await window.getByRole('tab', { name: '适当性' }).click()
    const rows = window.locator('.suggest section').first().locator('tbody tr')
    await rows.first().waitFor()
    const cells = await Promise.all((await rows.all()).map(row => row.locator('td').allInnerTexts()))
    expect(cells.length).toBeGreaterThan(3)
    for (const [, comparison = '', why = ''] of cells) {
      const [, grade = '', capacity = ''] = /R(\d) ≤ C(\d)/.exec(comparison) ?? []
      expect(capacity).toBe(level)
      expect(Number(grade)).toBeLessThanOrEqual(Number(capacity))
      expect(why.trim()).not.toBe('')
    }
    const scores = cells.map(texts => Number(texts[3]))
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    const [, held, whys = ''] =
      /另有 (\d+) 只未列出：(.+)/.exec(await window.locator('.suggest h2').first().innerText()) ?? []
    const parts = (whys.match(/\d+/g) ?? []).map(Number)
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(Number(held))
    expect(Number(held)).toBeGreaterThan(0)
    // by keyboard into the draft
    await rows.first().getByRole('button').focus()
    await window.keyboard.press('Enter')
    expect(cells[0]?.[0]).toContain(await window.locator('.suggest .draft').getByLabel('产品代码').inputValue())
    await window.locator('.suggest .trial').waitFor()
    await openScreen(window, '/clients')
  })

  it('has written nothing to the console that speaks of a problem', () => {
    expect(running.problems).toEqual([])
  })
})
