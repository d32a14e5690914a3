import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { fillWhatLacks } from '../helpers/fill-what-lacks.ts'
import { firstSyncDone, openScreen } from '../helpers/first-sync.ts'
import { smtpOffice, type SmtpOffice } from '../helpers/smtp-office.ts'
import { typeMailServer } from '../helpers/type-mail-server.ts'

const LONG = { timeout: 60_000 }
describe('a report handed over from the window', () => {
  let running: RunningApp
  let smtp: SmtpOffice

  beforeAll(async () => {
    smtp = await smtpOffice()
    running = await launchApp()
    await firstSyncDone(running.window)
  })
  afterAll(async () => {
    await running.close()
    await smtp.close()
  })

  it('goes out by mail over the server of the settings, after its consent was recorded', async () => {
    const { window } = running
    await openScreen(window, '/settings')
    await typeMailServer(window, smtp)
    await openScreen(window, '/clients')
    await window.locator('.ag-row[row-index="0"] .ag-cell').first().dblclick()
    await window.getByRole('button', { name: '生成诊断 PDF' }).click()
    const made = window.getByTestId('report-done')
    await made.waitFor({ timeout: 180_000 })
    await made.getByText('发送').click()
    const form = window.getByRole('region', { name: '发送' })
    await form.getByRole('button', { name: '发送邮件' }).waitFor()
    await fillWhatLacks(form)
    await form.getByRole('button', { name: '发送邮件' }).click()
    await expect.poll(() => smtp.messages.length, { timeout: 60_000 }).toBe(1)
    expect(smtp.messages[0]).toContain('application/pdf')
    await window.locator('.dlv').getByText('已发送').waitFor()
    expect(running.terminal()).not.toContain(smtp.server.password)
  })

  it('is saved as a draft for the mail program, and is of unknown fate until the advisor says so', async () => {
    const { window, app, home } = running
    const file = join(home, '..', `${basename(home)}-draft.eml`)
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await window.keyboard.press('s')
    const form = window.getByRole('region', { name: '发送' })
    await form.getByRole('radio', { name: '邮件草稿' }).click()
    await form.getByRole('button', { name: '保存草稿' }).click()
    await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true)
    const draft = readFileSync(file, 'utf8')
    rmSync(file)
    expect(draft).toContain('X-Unsent: 1')
    expect(draft).toContain('application/pdf')
    await window.locator('.dlv').getByText('未知，待确认').waitFor()
    await window.locator('.dlv').getByText('已发出').click()
    await window.locator('.dlv').getByText('未知，待确认').waitFor({ state: 'detached' })
  })

  it('is saved as a file for WeCom, after the consent to that way was recorded', async () => {
    const { window, app, home } = running
    const file = join(home, '..', `${basename(home)}-wecom.pdf`)
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await window.keyboard.press('s')
    const form = window.getByRole('region', { name: '发送' })
    await form.getByRole('radio', { name: '企业微信' }).click()
    await form.getByLabel('凭据').fill('WX-2026-0007')
    await form.getByRole('button', { name: '保存文件' }).click()
    await expect.poll(() => existsSync(file), LONG).toBe(true)
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
    rmSync(file)
    const line = window.locator('.dlv', { hasText: '企业微信' })
    await line.getByText('未知，待确认').waitFor()
    await line.getByText('没有发出').click()
    await line.getByText('已取消').waitFor()
  })

  it('goes as a link whose code and address can be copied, and which ends when it is withdrawn', async () => {
    const { window, app } = running
    await window.keyboard.press('s')
    const form = window.getByRole('region', { name: '发送' })
    await form.getByRole('radio', { name: '链接', exact: true }).click()
    await form.getByLabel('有效天数').waitFor()
    const proof = form.getByLabel('凭据')
    if ((await proof.count()) > 0) await proof.fill('REC-2026-0002')
    await form.getByRole('button', { name: '生成链接' }).click()
    const line = window.locator('.dlv', { hasText: '访问码' })
    await line.getByText('已发送').waitFor(LONG)
    await line.getByRole('button', { name: '复制链接' }).click()
    await window.getByText('已复制').waitFor()
    const url = await app.evaluate(({ clipboard }) => clipboard.readText())
    expect((await fetch(url)).status).toBe(200)
    await line.getByRole('button', { name: '撤回链接' }).click()
    await line.getByText('已撤回').waitFor(LONG)
    expect((await fetch(url)).status).toBe(410)
  })

  it('goes out once more only when the advisor says so, with the earlier time in sight', async () => {
    const { window } = running
    await window.getByRole('button', { name: '再次发送' }).click()
    const form = window.getByRole('region', { name: '发送' })
    await form.getByText('已发送过 1 次，本次为再次发送。').waitFor()
    await form.getByRole('button', { name: '发送邮件' }).click()
    await expect.poll(() => smtp.messages.length, LONG).toBe(2)
    await form.waitFor({ state: 'detached' })
    await expect.poll(() => window.locator('.dlv', { hasText: '邮件' }).getByText('已发送').count(), LONG).toBe(3)
  })

  it('takes answers from paper and is followed up', async () => {
    const { window } = running
    await window.keyboard.press('r')
    const form = window.getByRole('form', { name: '录入反馈' })
    await form.getByRole('radio', { name: '请联系' }).click()
    await form.getByRole('button', { name: '保存反馈' }).click()
    const steps = window.locator('.steps')
    await window.getByText('标为已跟进').click()
    await expect.poll(() => steps.locator('li.open').count(), { timeout: 20_000 }).toBeLessThanOrEqual(1)
  })

  it('goes out among many, each checked on its own: what stands against one is told before, and stops only that one', async () => {
    const { window } = running
    await openScreen(window, '/clients')
    await window.locator('.ag-row[row-index="1"] .ag-cell').first().click(LONG)
    await window
      .locator('.ag-row[row-index="8"] .ag-cell')
      .first()
      .click({ modifiers: ['Shift'] })
    await window.keyboard.press('Control+p')
    await window.getByRole('button', { name: '开始生成' }).click()
    await window.waitForURL(/#\/reports\/batches/)
    await window.getByText('已完成').waitFor({ timeout: 120_000 })
    await openScreen(window, '/reports')
    // all of them stand there before the first is chosen: the list is newest first
    await window.locator('.ag-row[row-index="8"]').first().waitFor(LONG)
    await window.locator('.ag-row[row-index="0"] .ag-cell').first().click(LONG)
    await window
      .locator('.ag-row[row-index="8"] .ag-cell')
      .first()
      .click({ modifiers: ['Shift'] })
    await window.getByText('已选 9 份报告').waitFor()
    await window.keyboard.press('s')
    const dialog = window.getByRole('dialog', { name: '发送 9 份报告' })
    const rows = dialog.locator('tbody tr')
    await expect.poll(() => rows.count(), LONG).toBe(9)
    await expect.poll(() => rows.getByText('正在取数').count(), LONG).toBe(0)
    const ready = await rows.getByText('可以发送').count()
    // the first report of this file went out already
    await rows.getByText('已发送过或尚未了结').waitFor()
    expect(ready).toBeGreaterThan(0)
    expect(ready).toBeLessThan(9)
    const before = smtp.messages.length
    await dialog.getByRole('button', { name: `发送 ${ready} 份` }).click()
    await expect.poll(() => rows.getByText('已放入待发箱').count(), LONG).toBe(ready)
    await expect.poll(() => smtp.messages.length, LONG).toBe(before + ready)
    expect(new Set(smtp.messages.slice(before).map(each => /^To: (.*)$/m.exec(each)?.[1])).size).toBe(ready)
    await dialog.getByRole('button', { name: '关闭' }).click()
    await dialog.waitFor({ state: 'detached' })
    // the list by state, and the reports of one state only
    await window.getByRole('radio', { name: `已发送 ${ready}` }).click()
    await window.getByText(`${ready} / 9 份`).waitFor(LONG)
    await window.getByRole('radio', { name: '内部版' }).click()
    await window.getByText('0 / 9 份').waitFor(LONG)
  })

  it('has no way out for an internal edition', async () => {
    const { window } = running
    const before = smtp.messages.length
    await openScreen(window, '/clients')
    await window.locator('.ag-row[row-index="0"] .ag-cell').first().dblclick()
    await window.getByRole('button', { name: '对客版' }).click()
    await window.getByRole('menuitem', { name: '内部版' }).click()
    await window.getByRole('button', { name: '生成诊断 PDF' }).click()
    const made = window.getByTestId('report-done')
    await made.waitFor({ timeout: 180_000 })
    expect(await made.getByText('发送').count()).toBe(0)
    const id = await made.getAttribute('data-report')
    await openScreen(window, `/reports?id=${id}&send=1`)
    await window.getByText('内部版与客群报告不能发给客户').waitFor()
    await expect.poll(() => window.getByRole('button', { name: '发送' }).allInnerTexts()).toEqual([])
    // neither the keys of the panel, nor an answer typed in
    for (const key of ['s', 'r']) await window.keyboard.press(key)
    expect(await window.locator('form.send, section.send').count()).toBe(0)
    // among several it is named and left behind
    await openScreen(window, '/today')
    await openScreen(window, '/reports')
    await window.locator('.ag-row[row-index="1"]').first().waitFor(LONG)
    await window.locator('.ag-row[row-index="0"] .ag-cell').first().click()
    await window
      .locator('.ag-row[row-index="1"] .ag-cell')
      .first()
      .click({ modifiers: ['Shift'] })
    await window.getByText('已选 2 份报告').waitFor()
    await window.keyboard.press('s')
    const many = window.getByRole('dialog', { name: '发送 2 份报告' })
    const own = many.locator('tr', { hasText: id ?? 'none' })
    for (const way of ['邮件', '链接']) {
      await many.getByRole('radio', { name: way }).click()
      await own.getByText('内部版').waitFor(LONG)
    }
    await window.keyboard.press('Escape')
    await many.waitFor({ state: 'detached' })
    // made from the list of the day it cannot go out from there
    await openScreen(window, '/today')
    await window.locator('.page.today tbody tr').first().waitFor(LONG)
    await window.keyboard.press('Control+p')
    const sheet = window.getByRole('dialog')
    await sheet.getByTestId('report-done').waitFor({ timeout: 180_000 })
    expect(await sheet.getByText('发送').count()).toBe(1)
    await sheet.getByRole('radio', { name: '内部版' }).click()
    await expect.poll(() => sheet.getByTestId('report-done').getByText('发送').count(), LONG).toBe(0)
    await sheet.getByTestId('report-done').waitFor({ timeout: 180_000 })
    expect(await sheet.getByText('发送').count()).toBe(0)
    await window.keyboard.press('Escape')
    expect(smtp.messages).toHaveLength(before)
    expect(running.problems).toEqual([])
  })
})
