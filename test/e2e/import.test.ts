import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { secondWindow } from '../helpers/second-window.ts'

const clients = `客户号,姓名,总资产（万元）,C级
="0001",陆知远,"1,234.56",C3
="0002",王小明,88,C2
="0003",李四,12x,C1
`

const passcode = 'secret-1'

const text = (...lines: readonly string[]): Uint8Array => Buffer.from(`${lines.join('\n')}\n`)

/** An archive with clients of one holding and three trades each. */
const bookOf = (count: number): Uint8Array => {
  const ids = Array.from({ length: count }, (_, i) => `K${i}`)
  const trades = ids.flatMap(id => [3, 4, 5].map(day => `${id},2024010${day},000001,证券买入,${day},10`))
  return zipSync({
    '客户.csv': text('客户号,姓名,总资产（万元）', ...ids.map((id, i) => `${id},周客${i}号,${600 + (i % 90)}`)),
    '持仓.csv': text('客户号,产品代码,名称,份额,市值', ...ids.map(id => `${id},000001,示例,100,1200`)),
    '成交.csv': text('客户号,成交日期,证券代码,买卖标志,成交数量,成交价格', ...trades),
  })
}

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

  /** What the program's next question for a file or folder is answered with. */
  const choosing = (path: string | null): Promise<void> =>
    running.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] })
    }, path)

  it('are previewed with their rejects, written, and stand in the grid', async () => {
    const { window } = running
    await window.getByRole('button', { name: '导入文件' }).click()
    // the screen that is left has a field of that name too
    await window.locator('main[data-path="/import"]').getByLabel('口令（可以不设）').fill(passcode)
    await window.getByRole('button', { name: '建立客户簿' }).click()
    await window.getByRole('button', { name: '以后再设' }).click()
    await openScreen(window, '/import')
    await choosing(join(folder, '客户.csv'))
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
    // a book of files finds the way to head office, and says of nothing that it had come from there
    await openScreen(window, '/sync')
    await window.getByLabel('登记码').waitFor()
    expect(await window.getByText('上次已到').count()).toBe(0)
    await openScreen(window, '/clients')
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
    const written = readFileSync(target, 'utf8')
    expect(written).toContain('陆*远')
    expect(written).not.toContain('陆知远')
    // 1,234.56 万元
    expect(written).toContain('12345600')
  })

  it('of a whole branch say how far they are, do not hold the window up, and can be stopped with nothing written', async () => {
    const { window } = running
    const path = join(folder, '网点.csv')
    const lines = Array.from({ length: 40_000 }, (_, i) => `"K${i}",客户${i},${i % 100}.5,C${1 + (i % 5)}`)
    writeFileSync(path, `客户号,姓名,总资产（万元）,C级\n${lines.join('\n')}\n`)
    await choosing(path)
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

  it('are taken back whole, saying how far it is, while other screens answer', async () => {
    const { window } = running
    const path = join(folder, '整册.zip')
    writeFileSync(path, bookOf(6000))
    await openScreen(window, '/import')
    await choosing(path)
    await window.getByRole('button', { name: '选择文件' }).click()
    const write = window.getByRole('button', { name: /写入 [\d,]+ 行/ })
    await write.waitFor({ timeout: 60_000 })
    // clients, an account each, holdings, trades, the product
    expect(Number(/[\d,]+/.exec(await write.innerText())?.[0].replaceAll(',', ''))).toBeGreaterThan(30_000)
    await write.click()
    const record = window.locator('tr', { hasText: '整册.zip' })
    await record.waitFor({ timeout: 60_000 })
    await record.getByRole('button', { name: '撤回' }).click()
    await window.getByText(/正在还原 · [\d,]+ \/ [\d,]+ 行/).waitFor()
    // who thinks better of it has the import as it was
    await window.keyboard.press('Escape')
    await window.getByText('已停止还原，这次导入原样保留').waitFor({ timeout: 60_000 })
    await record.getByRole('button', { name: '撤回' }).click()
    await window.getByText(/正在还原 · [\d,]+ \/ [\d,]+ 行/).waitFor()
    await openScreen(window, '/clients')
    await window.getByText('陆知远').waitFor({ timeout: 15_000 })
    await openScreen(window, '/import')
    await record.getByText('已撤回').waitFor({ timeout: 60_000 })
    await window.locator('tr', { hasText: '客户.csv' }).getByRole('button', { name: '撤回' }).click()
    await window.locator('tr', { hasText: '客户.csv' }).getByText('已撤回').waitFor()
    await openScreen(window, '/clients')
    await expect.poll(() => window.getByText('陆知远').count()).toBe(0)
  })

  it('are no more there when a backup from before is restored: nothing remembers a client of the other book', async () => {
    const { window } = running
    const asking = async (way: string): Promise<void> => {
      await openScreen(window, '/settings')
      await window.getByLabel('口令', { exact: true }).fill(passcode)
      await window.getByRole('button', { name: way }).click()
    }
    await choosing(folder)
    await asking('备份…')
    await window.getByText('已备份并核对').waitFor()
    await openScreen(window, '/import')
    writeFileSync(join(folder, '一户.zip'), bookOf(1))
    await choosing(join(folder, '一户.zip'))
    await window.getByRole('button', { name: '选择文件' }).click()
    await window.getByRole('button', { name: /写入 \d 行/ }).click()
    await window.locator('tr', { hasText: '一户.zip' }).waitFor()
    await openScreen(window, '/clients/K0')
    await window.locator('.nav').getByText('周客0号').waitFor()
    const second = await secondWindow(running, '/clients/K0')
    await second.locator('.page.client h1').getByText('周客0号').waitFor()
    // who thinks better of it is told of no restore
    await choosing(null)
    await asking('从备份恢复…')
    await window.getByRole('button', { name: '从备份恢复…' }).waitFor()
    expect(await window.getByText('已从备份恢复').count()).toBe(0)
    await choosing(join(folder, readdirSync(folder).find(name => name.endsWith('.backup')) ?? ''))
    await asking('从备份恢复…')
    await window.getByText('已从备份恢复').waitFor()
    await expect.poll(() => window.getByText('周客0号').count()).toBe(0)
    // the other window shows the book that is open now, and says that this client is not in it
    await expect.poll(() => second.getByText('周客0号').count()).toBe(0)
    await second.getByText('客户簿里没有这位客户').first().waitFor()
    // nor is it kept in the book that is open now
    await window.keyboard.press('Control+l')
    // the settings have a field of this name, too
    await window.getByRole('button', { name: '解锁' }).waitFor()
    await second.getByRole('button', { name: '解锁' }).waitFor()
    await second.close()
    await window.getByLabel('口令', { exact: true }).fill(passcode)
    await window.keyboard.press('Enter')
    await window.locator('.nav').waitFor()
    await openScreen(window, '/clients')
    await window.locator('.clients .ph b').getByText('0', { exact: true }).waitFor()
    expect(await window.getByText('周客0号').count()).toBe(0)
    expect(running.problems).toEqual([])
  })
})
