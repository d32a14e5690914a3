import { execFileSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
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

  it('goes by keyboard from the matrix over a cell to a client', async () => {
    const { window } = running
    await window.keyboard.press('Control+2')
    await window.getByRole('gridcell').first().waitFor()
    await window.keyboard.press('Enter')
    await window.waitForURL(/#\/clients\?/)
    await window.locator('.ag-row[row-index="0"]').first().waitFor()
    await window.keyboard.press('Enter')
    await window.waitForURL(/#\/clients\/./)
    await window.getByRole('tab', { name: '账户诊断' }).click()
    await window.getByText('配置与目标').first().waitFor({ timeout: 120_000 })
  })

  it('makes the PDF of the client with one key, and its text holds the client’s own figures', async () => {
    const { window, app, home } = running
    const shown = await window.locator('dl.ks dd').first().innerText()
    const total = /[\d,]+\.\d{2}/.exec(shown)?.[0]
    expect(total).toBeDefined()
    const file = join(home, '..', `${basename(home)}-client.pdf`)
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await window.keyboard.press('Control+p')
    const done = window.getByTestId('report-done')
    await done.waitFor({ timeout: 180_000 })
    await done.getByText('另存').click()
    await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true)
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' })
    rmSync(file)
    expect(text).toContain(total)
    expect(text).toContain('账户诊断报告')
    expect(fonts).toMatch(/CID TrueType/)
    expect(fonts).not.toMatch(/Type 3/)
  })

  it('has written nothing to the console that speaks of a problem', () => {
    expect(running.problems).toEqual([])
  })
})
