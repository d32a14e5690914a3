import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { firstSyncDone, openScreen } from '../helpers/first-sync.ts'
import { smtpOffice, type SmtpOffice } from '../helpers/smtp-office.ts'
import { typeMailServer } from '../helpers/type-mail-server.ts'

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
    const address = form.getByLabel('客户邮箱')
    if ((await address.count()) > 0) {
      await address.fill('client@example.com')
      await form.getByRole('button', { name: '保存邮箱' }).click()
      await address.waitFor({ state: 'detached' })
    }
    const proof = form.getByLabel('凭据')
    if ((await proof.count()) > 0) await proof.fill('REC-2026-0001')
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

  it('has no way out for an internal edition', async () => {
    const { window } = running
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
    expect(smtp.messages).toHaveLength(1)
    expect(running.problems).toEqual([])
  })
})
