import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { spawnDemoHeadOffice, type SpawnedHeadOffice } from '../../src-main/head-office/spawn.ts'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { fillWhatLacks } from '../helpers/fill-what-lacks.ts'
import { firstSyncDone, openScreen } from '../helpers/first-sync.ts'
import { smtpOffice, type SmtpOffice } from '../helpers/smtp-office.ts'
import { typeMailServer } from '../helpers/type-mail-server.ts'

const LONG = { timeout: 60_000 }
const passcode = 'day-test-7'

/** The engine's own process among those that this window started. */
const enginePid = (main: number): number => {
  const found = readdirSync('/proc').find(name => {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8')
      const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]
      return command.includes('node.mojom.NodeService') && Number(parent) === main
    } catch {
      return false
    }
  })
  if (found === undefined) throw new Error('no engine process below the window')
  return Number(found)
}

describe('the first day of an advisor, from an empty computer', () => {
  let office: SpawnedHeadOffice
  let running: RunningApp
  let window: Page
  let smtp: SmtpOffice
  /** What the client gets: where the report lies and the code that opens it. */
  let sent = { url: '', code: '' }

  beforeAll(async () => {
    smtp = await smtpOffice()
    office = await spawnDemoHeadOffice({ clients: 300 })
    running = await launchApp({ demo: false })
    window = running.window
  })
  afterAll(async () => {
    await running.close()
    await office.close()
    await smtp.close()
  })

  const unlock = async (): Promise<void> => {
    await window.getByLabel('口令', { exact: true }).fill(passcode)
    await window.keyboard.press('Enter')
    await window.locator('.nav').waitFor(LONG)
  }
  const openClient = async (): Promise<void> => {
    await openScreen(window, '/clients')
    await window.locator('.ag-row[row-index="0"]').first().dblclick(LONG)
    await window.waitForURL(/#\/clients\/./)
    await window.locator('.page.client h1').waitFor(LONG)
  }

  it('enrols with head office behind a passcode, shows the tour, and syncs the book', async () => {
    await window.getByLabel('总部地址').fill(office.url)
    await window.getByLabel('登记码').fill(office.code)
    await window.getByLabel('口令（可以不设）').fill(passcode)
    await window.getByRole('button', { name: '登记并同步' }).click()
    await window.getByRole('heading', { name: '打印机与邮件' }).waitFor(LONG)
    await window.getByLabel('打印机', { exact: true }).selectOption({ index: 0 })
    await window.getByRole('form', { name: '邮件' }).waitFor(LONG)
    await window.getByRole('button', { name: '继续，看导览' }).click()
    const tour = window.getByRole('region', { name: '导览' })
    await tour.waitFor(LONG)
    await tour.getByRole('button', { name: '跳过' }).click()
    await tour.waitFor({ state: 'detached' })
    await firstSyncDone(window)
    await openScreen(window, '/matrix')
    await expect.poll(() => window.locator('[role=gridcell].cell:not(.part)').count(), LONG).toBe(15)
  })

  it('locks, shows nothing of the book, and opens with the passcode only', async () => {
    await window.keyboard.press('Control+l')
    await window.getByLabel('口令', { exact: true }).fill('not-this-one')
    await window.keyboard.press('Enter')
    await window.getByText('口令不对').waitFor(LONG)
    expect(await window.locator('.cell, .ag-row').count()).toBe(0)
    await unlock()
  })

  it('goes from today to a client, to the diagnosis and to a suggestion that is kept as evidence', async () => {
    await openScreen(window, '/today')
    await window.locator('main[data-path="/today"] h1').waitFor(LONG)
    await openClient()
    await window.keyboard.press('d')
    await window.getByText('配置与目标').first().waitFor(LONG)
    await window.getByRole('tab', { name: '适当性' }).click()
    const evidence = window.locator('h2', { hasText: '适当性证据' }).locator('small')
    await expect.poll(() => evidence.innerText(), LONG).toBe('0 条')
    await window.locator('.suggest table.list tbody tr').first().click()
    const form = window.locator('form.draft')
    await form.getByLabel('金额 万元').fill('5')
    await form.getByRole('button', { name: '起草建议' }).click()
    await window.getByText(/已起草|不可建议/).waitFor(LONG)
    await expect.poll(() => evidence.innerText(), LONG).not.toBe('0 条')
  })

  it('makes the report, which then stands in the list', async () => {
    await window.keyboard.press('Control+p')
    await window.getByTestId('report-done').waitFor({ timeout: 300_000 })
    await openScreen(window, '/reports')
    await window.getByText('账户诊断').first().waitFor(LONG)
  })

  const reportPanel = async (): Promise<void> => {
    await openScreen(window, '/reports')
    await window.locator('.ag-row[row-index="0"] .ag-cell').first().click(LONG)
    await window.locator('aside').getByText('版本记录').waitFor(LONG)
  }
  /** Fills in what this client's record lacks, and sends. */
  const sendBy = async (way: string, action: string): Promise<void> => {
    await window.keyboard.press('s')
    const form = window.getByRole('region', { name: '发送' })
    await form.getByRole('radio', { name: way, exact: true }).click()
    await form.getByRole('button', { name: action }).waitFor()
    await fillWhatLacks(form)
    await form.getByRole('button', { name: action }).click()
    await form.waitFor({ state: 'detached' })
  }

  it('sends it by mail over a real server, and as a link that head office keeps', async () => {
    await openScreen(window, '/settings')
    await typeMailServer(window, smtp)
    await reportPanel()
    await sendBy('邮件', '发送邮件')
    await expect.poll(() => smtp.messages.length, LONG).toBe(1)
    expect(smtp.messages[0]).toContain('application/pdf')
    await sendBy('链接', '生成链接')
    const line = window.locator('.dlv', { hasText: '访问码' })
    await line.getByText('已发送').waitFor(LONG)
    const code = /访问码 (\S+)/.exec(await line.innerText())?.[1] ?? ''
    await line.getByRole('button', { name: '复制链接' }).click()
    await window.getByText('已复制').waitFor()
    sent = { code, url: await running.app.evaluate(({ clipboard }) => clipboard.readText()) }
    expect(sent.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/r\//)
  })

  it('hears back: what the client answers on the page comes with the next sync and stands in Today', async () => {
    const post = async (fields: Readonly<Record<string, string>>): Promise<string> =>
      (await fetch(sent.url, { method: 'POST', body: new URLSearchParams(fields) })).text()
    const ticket = /name="ticket" value="([^"]+)"/.exec(await post({ code: sent.code }))?.[1] ?? ''
    expect(ticket).not.toBe('')
    await post({ ticket, understood: 'partly', contact: 'call', question: '回撤为什么这么大？' })
    await window.keyboard.press('F5')
    await expect.poll(() => window.locator('.ag-row[row-index="0"]').innerText(), LONG).toContain('已反馈')
    await openScreen(window, '/today')
    const row = window.locator('.page.today tbody tr', { hasText: '报告已回复' })
    await row.first().waitFor(LONG)
    await row.first().dblclick()
    await window.getByText('回撤为什么这么大？').first().waitFor(LONG)
  })

  it('goes through the whole job again from the keyboard alone', async () => {
    const keys = async (...pressed: readonly string[]): Promise<void> => {
      for (const key of pressed) await window.keyboard.press(key)
    }
    /** Where the focus stands, which is in sight. */
    const focused = window.locator(':focus-visible')
    /** Tab until the focus is on what is meant; every step on the way is in sight too. */
    const tabTo = async (wanted: string): Promise<void> => {
      const on = window.locator(`${wanted}:focus`)
      for (let i = 0; i < 40 && (await on.count()) === 0; i++) {
        await keys('Tab')
        await focused.first().waitFor()
      }
      await on.waitFor()
    }
    await keys('Control+l')
    await window.locator('input[type=password]:focus').waitFor(LONG)
    await window.keyboard.type(passcode)
    await keys('Enter')
    await window.locator('.nav').waitFor(LONG)
    await keys('Control+1')
    await window.locator('.page.today tbody tr').nth(1).waitFor(LONG)
    await keys('j', 'k', 'Enter')
    await window.locator('.page.client h1').waitFor(LONG)
    const client = await window.locator('.page.client h1').innerText()
    await keys('d')
    await window.locator('.hs tbody tr').first().waitFor(LONG)
    await keys('[')
    await window.getByRole('tab', { name: /^交易/, selected: true }).waitFor(LONG)
    await keys('a')
    await window.locator('.suggest tbody button:focus').waitFor(LONG)
    const before = await window.locator('.suggest > section').nth(1).locator('ul > li').count()
    await keys('Enter')
    await window.locator('form.draft input[inputmode]:focus').waitFor()
    await window.keyboard.type('6')
    await keys('Enter')
    await window.locator('.suggest [role=status]', { hasText: '已起草' }).waitFor(LONG)
    await expect
      .poll(() => window.locator('.suggest > section').nth(1).locator('ul > li').count(), LONG)
      .toBe(before + 1)
    await keys('Control+p')
    await window.getByTestId('report-done').waitFor({ timeout: 300_000 })
    await keys('Control+6')
    await window.locator('.ag-row[row-index="0"]', { hasText: client }).waitFor(LONG)
    await keys('j', 'k', 's')
    const form = window.getByRole('region', { name: '发送' })
    await form.locator('[role=radio]:focus').waitFor(LONG)
    // from the first way round to the last: on paper
    await keys('ArrowLeft')
    await form.getByRole('button', { name: '记为已当面交付' }).waitFor(LONG)
    await tabTo('.pri')
    await keys('Enter')
    await form.waitFor({ state: 'detached' })
    await keys('r')
    const reply = window.getByRole('form', { name: '录入反馈' })
    await reply.locator('[role=radio]:focus').waitFor(LONG)
    await keys('ArrowRight')
    await tabTo('input')
    await window.keyboard.type('想听电话讲解')
    await keys('Enter')
    await reply.waitFor({ state: 'detached' })
    await expect.poll(() => window.locator('.ag-row[row-index="0"]').innerText(), LONG).toContain('已反馈')
    // given back to the list, so that the next key goes on from there
    await window.locator('.ag-cell:focus').waitFor()
    await keys('f')
    await expect.poll(() => window.locator('.ag-row[row-index="0"]').innerText(), LONG).toContain('已跟进')
  })

  it('works on without head office: a contact is written and waits in the outbox', async () => {
    await office.close()
    await window.keyboard.press('F5')
    await window.locator('a[href="#/sync"][aria-live]', { hasText: '同步中断' }).waitFor(LONG)
    await openClient()
    await window.keyboard.press('l')
    await window.getByLabel('主题').fill('电话回访')
    await window.getByRole('button', { name: '保存' }).click()
    await window.getByText('联系记录已保存').waitFor(LONG)
    await window.locator('.state', { hasText: /待发 [1-9]/ }).waitFor(LONG)
  })

  it('comes back after its engine was killed: locked, then with everything that was written', async () => {
    process.kill(enginePid(running.app.process().pid ?? 0), 'SIGKILL')
    await window.getByLabel('口令', { exact: true }).waitFor(LONG)
    await unlock()
    await window.getByRole('tab', { name: '联系' }).click(LONG)
    await window.getByText('电话回访').first().waitFor(LONG)
  })

  it('can be erased: the computer is as before the first day', async () => {
    await openScreen(window, '/settings')
    await window.getByLabel('口令', { exact: true }).fill(passcode)
    await window.getByLabel('输入“清除”后可清除本机的客户簿').fill('清除')
    await window.getByRole('button', { name: '清除本机全部数据' }).click()
    await window.getByRole('button', { name: '登记并同步' }).waitFor(LONG)
    expect(readdirSync(running.home).filter(name => name !== 'window')).toEqual([])
  })
})
