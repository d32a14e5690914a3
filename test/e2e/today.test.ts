import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { launchDemo } from '../helpers/launch-demo.ts'

const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''))
const LONG = { timeout: 60_000 }

describe('today in the window', () => {
  let running: RunningApp
  let window: Page

  beforeAll(async () => {
    running = await launchDemo()
    window = running.window
    window.setDefaultTimeout(30_000)
    await openScreen(window, '/today')
    await rows().first().waitFor(LONG)
  })
  afterAll(() => running.close())

  const rows = () => window.locator('.today tr.row')
  const names = (): Promise<string[]> => rows().locator('.n').allInnerTexts()
  const total = async (): Promise<number> =>
    number(/待办\s*([\d,]+)/.exec(await window.locator('.today .sum').innerText())?.[1])

  it('shows the part of a day: what fits, a line, and the next few', async () => {
    const count = await rows().count()
    expect(count).toBeGreaterThan(5)
    expect(count).toBeLessThan(20)
    await expect.poll(() => window.locator('.nav a[href="#/today"] em').innerText(), LONG).toBe(String(count))
    await window.locator('.today tr.cut', { hasText: '到此为止' }).waitFor()
    expect(await total()).toBeGreaterThan(count)
  })

  it('shows all on demand, each with why and with what, and the day only again', async () => {
    const day = await rows().count()
    await window.keyboard.press('a')
    await expect.poll(() => rows().count(), LONG).toBe(await total())
    const cells = await rows().locator('td:nth-child(4), td:nth-child(5)').allInnerTexts()
    expect(cells.every(text => text.trim() !== '')).toBe(true)
    await window.keyboard.press('a')
    await expect.poll(() => rows().count()).toBe(day)
  })

  it.each([
    ['x', '已完成'],
    ['n', '已标为不相关'],
    ['v', '已移到'],
  ])('takes a client off with %s and brings it back with U', async (key, said) => {
    await window.keyboard.press('j')
    const before = await names()
    const name = (await window.locator('.today tr.row.sel .n').innerText()).trim()
    const all = await total()
    await window.keyboard.press(key)
    await window.getByText(`${name} ${said}`).waitFor(LONG)
    await expect.poll(total, LONG).toBe(all - 1)
    expect(await names()).not.toContain(name)
    await window.keyboard.press('u')
    await expect.poll(total, LONG).toBe(all)
    await expect.poll(names).toEqual(before)
  })

  it('puts off to a working day with room', async () => {
    await window.keyboard.press('v')
    const text = await window.getByText(/已移到 \d\d-\d\d/).innerText()
    const day = /已移到 (\d\d-\d\d)/.exec(text)?.[1] ?? ''
    // the demo book stands on Friday 2026-11-20: the next working day is Monday the 23rd
    expect(day >= '11-23').toBe(true)
    expect([0, 6]).not.toContain(new Date(`2026-${day}T12:00:00Z`).getUTCDay())
    await window.keyboard.press('u')
  })

  it('opens all clients of an event at once, and writes one contact for all of them', async () => {
    await window.keyboard.press('a')
    const event = rows().filter({ hasText: '持仓高于承受能力' })
    await event.click(LONG)
    const clients = number(/([\d,]+) 户/.exec(await event.innerText())?.[1])
    expect(clients).toBeGreaterThan(1)
    await window.keyboard.press('l')
    await window.getByRole('dialog').getByText(`对 ${clients} 位客户批量操作`).waitFor(LONG)
    await window.keyboard.press('Escape')
    await window.getByRole('dialog').waitFor({ state: 'detached' })
    await window.keyboard.press('Enter')
    await window.waitForURL(/#\/clients\?event=/)
    await expect.poll(() => window.locator('.clients .sum').innerText(), LONG).toContain(`${clients} / 3,000`)
  })

  it('leads to the client with one key', async () => {
    await openScreen(window, '/today')
    await rows().first().waitFor(LONG)
    const [first] = await names()
    await window.keyboard.press('k')
    await window.keyboard.press('Enter')
    await expect.poll(() => window.locator('.page.client h1').innerText(), LONG).toContain(first?.trim() ?? '?')
  })

  it('has written nothing to the console that speaks of a problem', () => {
    expect(running.problems).toEqual([])
  })
})
