import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { launchDemo } from '../helpers/launch-demo.ts'
import { secondWindow } from '../helpers/second-window.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const LONG = { timeout: 60_000 }
const passcode = 'settings-test-7'

/** Answers the next dialogs of the system with these paths. */
const answerDialogs = ({ app }: RunningApp, paths: readonly string[]): Promise<void> =>
  app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths })
    },
    [...paths],
  )

describe('the settings, clicked through in the window', () => {
  const folder = temporaryFolder()
  const backups = join(folder.path, 'backups')
  let running: RunningApp

  beforeAll(async () => {
    mkdirSync(backups)
    running = await launchDemo()
    await running.window.locator('[role=gridcell].cell').first().waitFor(LONG)
  })
  afterAll(async () => {
    await running.close()
    folder[Symbol.dispose]()
  })

  const settings = async (tab = ''): Promise<void> => {
    await openScreen(running.window, `/settings${tab}`)
    await running.window.getByRole('heading', { name: '设置', exact: true }).waitFor(LONG)
  }
  it('tries thresholds and service standards on the book, keeps them as a version, and puts the old one back', async () => {
    const { window } = running
    await settings('/thresholds')
    const mark = window.locator('.what-if .marks .inp').first()
    await mark.waitFor(LONG)
    const save = window.getByRole('button', { name: '存为新版本' })
    const before = await mark.inputValue()
    await mark.fill(String(Number(before) + 3))
    await window
      .locator('.what-if')
      .getByText(/户会移动|没有客户换格/)
      .first()
      .waitFor(LONG)
    await window.getByLabel('版本名称').fill('试算版')
    await save.click()
    await window.locator('.stat .note', { hasText: '已存为新版本并启用：试算版' }).waitFor(LONG)
    await expect
      .poll(() => window.locator('.what-if .marks .inp').first().inputValue(), LONG)
      .toBe(String(Number(before) + 3))
    await settings('/standards')
    await window.locator('.marks-table tbody tr').nth(14).waitFor(LONG)
    await window.getByRole('tab', { name: '版本' }).click()
    await window.getByRole('button', { name: '恢复此版' }).first().click(LONG)
    await window.locator('.stat .note', { hasText: '已启用' }).waitFor(LONG)
    // the list of versions stays in view, and the one that was in force can be put back
    const tried = window.locator('.versions li', { hasText: '试算版' })
    await tried.getByRole('button', { name: '恢复此版' }).waitFor(LONG)
    await settings('/thresholds')
    await expect.poll(() => window.locator('.what-if .marks .inp').first().inputValue(), LONG).toBe(before)
  })

  it('shows the rule packs with their state, and the devices of the book', async () => {
    const { window } = running
    await settings('/packs')
    await window.locator('table.list tbody tr', { hasText: '现行' }).first().waitFor(LONG)
    await settings('/devices')
    await window.locator('table.list tbody tr', { hasText: '本机' }).waitFor(LONG)
  })

  it('refuses a proxy that is none, and keeps one that is', async () => {
    const { window } = running
    await settings()
    const proxy = window.getByLabel('代理服务器')
    await proxy.fill('not a proxy')
    await window.keyboard.press('Enter')
    await window.getByText('要以 http:// 或 https:// 开头').waitFor(LONG)
    await proxy.fill('http://127.0.0.1:3128')
    await window.keyboard.press('Enter')
    await window.locator('.stat .note').waitFor(LONG)
    await window.keyboard.press('Tab')
    await proxy.fill('')
    await window.keyboard.press('Enter')
    await expect.poll(() => proxy.inputValue(), LONG).toBe('')
  })

  it('writes a backup, and opens it again in place of the book', async () => {
    const { window } = running
    await settings()
    await answerDialogs(running, [backups])
    const field = window.getByLabel('备份的口令')
    await field.fill(passcode)
    await window.getByRole('button', { name: '备份…', exact: true }).click()
    await window.locator('.stat .note', { hasText: '已备份并核对' }).waitFor(LONG)
    await expect.poll(() => readdirSync(backups).length, LONG).toBe(1)
    const [file = ''] = readdirSync(backups)
    await answerDialogs(running, [join(backups, file)])
    await field.fill('not-the-passcode')
    await window.getByRole('button', { name: '从备份恢复…' }).click()
    await window.locator('.fld .err', { hasText: '口令' }).waitFor(LONG)
    await field.fill(passcode)
    await window.getByRole('button', { name: '从备份恢复…' }).click()
    await window.locator('.stat .note', { hasText: '已从备份恢复' }).waitFor(LONG)
    await openScreen(window, '/matrix')
    await expect.poll(() => window.locator('[role=gridcell].cell:not(.part)').count(), LONG).toBe(15)
  })

  it('exports the clients to a file', async () => {
    const { window, app } = running
    const file = join(folder.path, 'clients.csv')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await settings()
    await window.getByRole('button', { name: '导出客户' }).click()
    await window.locator('.ag-row').first().waitFor(LONG)
    await window.keyboard.press('Control+e')
    const form = window.locator('[role=dialog] form')
    await form.waitFor(LONG)
    await form.locator('button[type=submit]').click()
    await expect.poll(() => existsSync(file), LONG).toBe(true)
    await settings()
    await window.locator('.export-log li', { hasText: /客户 3,000 行，XLSX\s*已脱敏/ }).waitFor(LONG)
  })

  it('erases the restored book once its passcode is given', async () => {
    const { window } = running
    const second = await secondWindow(running, '/clients')
    await second.locator('.ag-row').first().waitFor(LONG)
    await settings()
    await window.getByLabel('口令', { exact: true }).first().fill(passcode)
    await window.getByLabel('输入“清除”后可清除本机的客户簿').fill('清除')
    await window.getByRole('button', { name: '清除本机全部数据' }).click()
    await window.getByRole('button', { name: '登记并同步' }).waitFor(LONG)
    // no window goes on showing what is erased
    await second.getByText('先把客户簿取到本机').waitFor(LONG)
    expect(await second.locator('.ag-row').count()).toBe(0)
    expect(readdirSync(running.home).filter(name => name !== 'window' && name !== 'windows.json')).toEqual([])
    expect(running.problems).toEqual([])
  })
})

describe('the sample data', () => {
  it('are removed completely: the computer is as before, and a file can be imported into a new book', async () => {
    using folder = temporaryFolder()
    await using running = await launchDemo()
    const { window } = running
    await window.locator('[role=gridcell].cell').first().waitFor(LONG)
    await openScreen(window, '/settings')
    await window.getByLabel('输入“清除”后可清除演示数据').fill('清除')
    await window.getByRole('button', { name: '清除演示数据' }).click()
    await window.getByRole('button', { name: '登记并同步' }).waitFor(LONG)
    expect(readdirSync(running.home).filter(name => name !== 'window' && name !== 'windows.json')).toEqual([])
    const csv = join(folder.path, '客户.csv')
    writeFileSync(csv, '客户号,客户姓名,总资产\nC0001,测试甲,1200000\n')
    await answerDialogs(running, [csv])
    await openScreen(window, '/import')
    await window.getByLabel('口令（可以不设）').fill(passcode)
    await window.getByRole('button', { name: '建立客户簿' }).click()
    await window.getByRole('heading', { name: '打印机与邮件' }).waitFor(LONG)
    await window.getByRole('button', { name: '以后再设' }).click()
    await window.getByRole('button', { name: '选择文件' }).first().click()
    await window.getByRole('button', { name: /写入 1 行/ }).click(LONG)
    await window.locator('.stat .note', { hasText: '已写入 1 行' }).waitFor(LONG)
    await openScreen(window, '/matrix')
    const tour = window.getByRole('region', { name: '导览' })
    await tour.getByRole('button', { name: '跳过' }).click(LONG)
    await tour.waitFor({ state: 'detached' })
    await openScreen(window, '/clients')
    await window.getByText('测试甲').first().waitFor(LONG)
    expect(running.problems).toEqual([])
  })
})
