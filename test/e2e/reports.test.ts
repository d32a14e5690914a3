import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { firmCertificate } from '../helpers/firm-certificate.ts'
import { firstSyncDone } from '../helpers/first-sync.ts'
import { fontKinds, pdfFacts } from '../helpers/pdf-facts.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

/** Without what is new in every report: its number, and the link and code of its reply page. */
const bare = (text: string): string =>
  text
    .replaceAll(/\s/g, '')
    .replaceAll(/[AFS][DCR]-\d{8}-\d{4}/g, '')
    .replaceAll(/\/r\/[0-9a-f]{32}/g, '')
    .replaceAll(/访问码\d+/g, '')

describe('reports in the window', () => {
  const folder = temporaryFolder()
  let running: RunningApp
  let window: Page
  beforeAll(async () => {
    running = await launchApp()
    window = running.window
    await firstSyncDone(window)
  })
  afterAll(async () => {
    await running.close()
    folder[Symbol.dispose]()
  })

  const go = async (path: string): Promise<void> => {
    await window.evaluate(to => {
      location.hash = to
    }, path)
  }
  const saved = async (name: string): Promise<Uint8Array> => {
    const file = join(folder.path, name)
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await window.getByTestId('report-done').getByText('另存').click()
    await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true)
    return readFileSync(file)
  }
  const printedBy = async (way: '本程序' | '办公电脑的浏览器，没有则本程序'): Promise<void> => {
    await go('/settings')
    await window.getByRole('radiogroup', { name: '由谁输出' }).getByRole('radio', { name: way, exact: true }).click()
  }
  const ofFirstClient = async (name: string): Promise<Uint8Array> => {
    await go('/clients')
    await window.locator('.ag-row[row-index="0"]').first().click()
    await window.keyboard.press('Enter')
    await window.waitForURL(/#\/clients\/./)
    await window.getByRole('button', { name: '生成诊断 PDF' }).click()
    await window.getByTestId('report-done').waitFor({ timeout: 180_000 })
    return saved(name)
  }

  it('are the same text from the office’s browser and from the program itself, pages, tags, bookmarks and fonts too', async () => {
    await printedBy('本程序')
    await window.getByText('当前：本程序自带').waitFor()
    const own = await ofFirstClient('own.pdf')
    await printedBy('办公电脑的浏览器，没有则本程序')
    const browser = await ofFirstClient('browser.pdf')
    const [a, b] = [await pdfFacts(own), await pdfFacts(browser)]
    expect(bare(a.text)).toBe(bare(b.text))
    expect(a.pages).toBe(b.pages)
    expect(a.tagged).toBe(true)
    expect(a.outline).toEqual(b.outline)
    expect(new Set(await fontKinds(own))).toEqual(new Set(['/CIDFontType2 FontFile2']))
    expect(own.length).toBeLessThan(600 * 1024)
  })

  it('show their pages in the window, in a frame without script', async () => {
    await window.getByTestId('report-done').getByText('预览').click()
    const frame = window.frameLocator('iframe.pages')
    await frame.getByText('账户诊断报告').first().waitFor()
    expect(await window.locator('iframe.pages').getAttribute('sandbox')).toBe('')
    expect(await frame.locator('.page').count()).toBeGreaterThan(5)
    await window.keyboard.press('Escape')
  })

  it('open only with the password that was set for them', async () => {
    const done = window.getByTestId('report-done')
    const before = (await done.getAttribute('data-report')) ?? ''
    await window.getByRole('button', { name: '对客版' }).click()
    await window.getByRole('menuitem', { name: '设置打开密码…' }).click()
    const dialog = window.getByRole('dialog')
    await dialog.getByLabel('打开密码', { exact: true }).fill('client-2026')
    await dialog.getByLabel('再输一次').fill('client-2026')
    await dialog.getByRole('button', { name: '使用此密码' }).click()
    await dialog.waitFor({ state: 'detached' })
    await window.getByRole('button', { name: '生成诊断 PDF' }).click()
    await expect.poll(() => done.getAttribute('data-report'), { timeout: 60_000 }).not.toBe(before)
    const locked = await saved('locked.pdf')
    expect(Buffer.from(locked).toString('latin1')).toContain('/Encrypt')
    await expect(pdfFacts(locked)).rejects.toThrow(/password/i)
  })

  it('are signed with the firm’s certificate that the settings took, and no more when it was removed', async () => {
    const firm = firmCertificate()
    await go('/settings')
    const form = window.getByRole('form', { name: 'PDF 签名' })
    await form.locator('input[type=file]').setInputFiles(firm.path)
    await form.getByText('firm.p12').waitFor()
    await form.getByLabel('证书口令').fill('wrong')
    await form.getByRole('button', { name: '使用这张证书' }).click()
    await form.getByRole('alert').waitFor()
    await form.getByLabel('证书口令').fill(firm.passcode)
    await form.getByRole('button', { name: '使用这张证书' }).click()
    await window.getByText('由 溪山证券, Xishan Securities 签名').waitFor()
    const signed = await ofFirstClient('signed.pdf')
    expect(Buffer.from(signed).toString('latin1')).toContain('/SubFilter /adbe.pkcs7.detached')
    const id = await window.getByTestId('report-done').getAttribute('data-report')
    await go(`/reports?id=${id}`)
    await window
      .getByRole('complementary', { name: '报告详情' })
      .getByText('由 溪山证券, Xishan Securities 签名')
      .waitFor()
    await go('/settings')
    await window.getByRole('button', { name: '移除证书' }).click()
    await form.waitFor()
    firm.dispose()
  })

  it('of several selected clients are made as a batch that tells how far it is', async () => {
    await go('/clients')
    await window.locator('.ag-row[row-index="20"]').first().click()
    await window
      .locator('.ag-row[row-index="22"]')
      .first()
      .click({ modifiers: ['Shift'] })
    await window.keyboard.press('Control+p')
    await window.getByRole('heading', { name: '选中的客户：生成 3 份报告' }).waitFor()
    await window.getByRole('button', { name: '开始生成' }).click()
    await window.waitForURL(/#\/reports\/batches/)
    await window.getByText('已完成').waitFor({ timeout: 120_000 })
    await window.getByText('3 / 3').first().waitFor()
  })

  it('go to a chosen printer of the computer', async () => {
    const out = join(folder.path, 'paper')
    try {
      execFileSync('lpstat', ['-r'])
      execFileSync('lpadmin', ['-p', 'report-test', '-E', '-v', `file:${out}`])
    } catch {
      console.log('skipped: there is no print service that takes a printer')
      return
    }
    try {
      await go('/reports/batches')
      await window.getByRole('button', { name: '全部打印…' }).click()
      await window.getByLabel('打印机').selectOption('report-test')
      await window.getByRole('radio', { name: '灰度' }).click()
      await window.getByRole('button', { name: '打印', exact: true }).click()
      await window.getByText('3 份已送往 report-test').waitFor({ timeout: 60_000 })
      const jobs = execFileSync('lpstat', ['-W', 'all', '-o', 'report-test'], { encoding: 'utf8' })
      expect(jobs.trim().split('\n')).toHaveLength(3)
    } finally {
      execFileSync('lpadmin', ['-x', 'report-test'])
    }
  })

  it('have written nothing to the console that speaks of a problem', () => {
    expect(running.problems.map(problem => problem.slice(0, 200))).toEqual([])
  })
})
