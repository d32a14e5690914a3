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

  it('are taken back whole', async () => {
    const { window } = running
    await openScreen(window, '/import')
    await window.getByRole('button', { name: '撤回' }).click()
    await window.getByText('已撤回').first().waitFor()
    expect(running.problems).toEqual([])
  })
})
