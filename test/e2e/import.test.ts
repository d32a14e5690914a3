import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'

const clients = `客户号,姓名,总资产（万元）,C级
="0001",陆知远,"1,234.56",C3
="0002",王小明,88,C2
="0003",李四,12x,C1
`

describe('files brought into an empty workstation', () => {
  let running: RunningApp
  let folder = ''

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'advisor-e2e-import-'))
    writeFileSync(join(folder, '客户.csv'), clients)
    running = await launchApp({ demo: false })
  })
  afterAll(async () => {
    await running.close()
    rmSync(folder, { recursive: true })
  })

  it('are previewed with their rejects, written, and stand in the grid', async () => {
    const { window, app } = running
    await window.getByRole('button', { name: '导入文件' }).click()
    await window.getByLabel('口令（可以不设）').fill('secret-1')
    await window.getByRole('button', { name: '建立客户簿' }).click()
    await window.getByRole('button', { name: '以后再设' }).click()
    await openScreen(window, '/import')
    await app.evaluate(
      ({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
      },
      join(folder, '客户.csv'),
    )
    await window.getByRole('button', { name: '选择文件' }).click()
    await window.getByText('“12x”不是数字').waitFor({ state: 'attached', timeout: 30_000 })
    await window.getByRole('button', { name: '写入 2 行' }).click()
    await window.getByText('导入记录').waitFor()
    // the tour begins with the first other screen
    await openScreen(window, '/clients')
    await window.getByText('1 / 6').waitFor()
    await window.keyboard.press('Escape')
    await window.getByText('1 / 6').waitFor({ state: 'detached' })
    await openScreen(window, '/clients')
    await window.getByText('陆知远').waitFor()
    expect(await window.getByText('李四').count()).toBe(0)
  })

  it('leave again by the export of the grid, with names as stars', async () => {
    const { window, app } = running
    const target = join(folder, 'out.csv')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, target)
    await window.keyboard.press('Control+e')
    await window.getByRole('radio', { name: 'CSV' }).click()
    await window.getByRole('button', { name: '选择位置并导出' }).click()
    await expect.poll(() => existsSync(target), { timeout: 20_000 }).toBe(true)
    const text = readFileSync(target, 'utf8')
    expect(text).toContain('陆*远')
    expect(text).not.toContain('陆知远')
    // 1,234.56 万元
    expect(text).toContain('12345600')
  })

  it('of a whole branch say how far they are, do not hold the window up, and can be stopped with nothing written', async () => {
    const { window, app } = running
    const path = join(folder, '网点.csv')
    const lines = Array.from({ length: 40_000 }, (_, i) => `"K${i}",客户${i},${i % 100}.5,C${1 + (i % 5)}`)
    writeFileSync(path, `客户号,姓名,总资产（万元）,C级\n${lines.join('\n')}\n`)
    await app.evaluate(({ dialog }, file) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
    }, path)
    await openScreen(window, '/import')
    await window.getByRole('button', { name: '选择文件' }).click()
    await window.getByText(/正在读取 网点.csv · [\d,]+ \/ 约 [\d,]+ 行/).waitFor()
    // other screens answer meanwhile, and the work goes on
    await openScreen(window, '/clients')
    await window.getByText('陆知远').waitFor({ timeout: 15_000 })
    await openScreen(window, '/import')
    await window.getByRole('button', { name: /写入 40,?000 行/ }).click({ timeout: 120_000 })
    await window.getByText(/正在写入 · [\d,]+ \/ 40,000 行/).waitFor()
    await window.keyboard.press('Escape')
    await window.getByText('导入已停止，没有写入任何内容').waitFor({ timeout: 60_000 })
    expect(await window.getByText('网点.csv').count()).toBe(0)
    await openScreen(window, '/clients')
    await window.getByText('陆知远').waitFor()
    expect(await window.getByText('客户39999').count()).toBe(0)
  })

  it('are taken back whole', async () => {
    const { window } = running
    await openScreen(window, '/import')
    await window.getByRole('button', { name: '撤回' }).click()
    await window.getByText('已撤回').first().waitFor()
    expect(running.problems).toEqual([])
  })
})
