import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { firstSyncDone } from '../helpers/first-sync.ts'

describe('the window on a demo book', () => {
  let running: RunningApp

  beforeAll(async () => {
    running = await launchApp()
  })
  afterAll(() => running.close())

  it('is sandboxed: its pages see neither Node nor Electron', async () => {
    const seen = await running.window.evaluate(() =>
      ['require', 'process', 'Buffer', 'global'].filter(name => name in globalThis),
    )
    expect(seen).toEqual([])
  })

  it('opens no other page', async () => {
    await running.window.evaluate(() => void globalThis.open('https://example.org'))
    expect(running.app.windows()).toHaveLength(1)
  })

  it('shows all 3,000 clients of the demo book in the 15 cells of the matrix after the first sync', async () => {
    await firstSyncDone(running.window)
    const cells = running.window.locator('[role=gridcell].cell:not(.part)')
    await expect.poll(() => cells.count(), { timeout: 30_000 }).toBe(15)
    const texts = await cells.allInnerTexts()
    const clients = texts.map(text => Number(/([\d,]+)\s*户/.exec(text)?.[1]?.replaceAll(',', '') ?? Number.NaN))
    expect(clients.reduce((sum, count) => sum + count, 0)).toBe(3000)
  })

  it('has written nothing to the console that speaks of a problem', () => {
    expect(running.problems).toEqual([])
  })
})
