import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemChance, systemClock } from '../../src-main/adapters/system/clock.ts'
import { httpUpstream } from '../../src-main/adapters/upstream/http-upstream.ts'
import { createEngine } from '../../src-main/engine.ts'
import { openDatabase } from '../../src-main/head-office/start.ts'
import { OutboxEntry } from '../../src-main/model/outbox-entry.ts'
import { recordEntry } from '../../src-main/services/sync/record-entry.ts'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { loopbackProxy } from '../helpers/loopback-proxy.ts'
import { projectRoot } from '../helpers/project-root.ts'
import { sampleRow } from '../helpers/sample-rows.ts'
import { smallOffice, type SmallOffice } from '../helpers/small-office.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const passcode = 'sync-desk-7'
const CLIENT = 'C00001'

/** Contact details of one client, changed at some device. */
const newPhone = (phone: string, madeAt: string): OutboxEntry =>
  OutboxEntry.parse({
    id: systemChance.id(),
    madeAt,
    kind: 'contactDetails',
    clientId: CLIENT,
    fields: { phone },
    base: { phone: sampleRow('clients', 1).phone },
  })

describe('a desk with a head office that comes and goes', () => {
  let office: SmallOffice
  let running: RunningApp
  let token = ''
  const folder = temporaryFolder()
  const port = (): number => Number(new URL(office.url).port)
  let database: Awaited<ReturnType<typeof openDatabase>>

  beforeAll(async () => {
    database = await openDatabase(undefined)
    office = await smallOffice({ database })
    token = await office.addBook('B1', 12)
    const resources = join(projectRoot, 'resources')
    const engine = createEngine({ home: folder.path, resources, demo: false, keyStore: null, desktop: null })
    await engine.ready
    const code = await office.enrolCode('B1')
    await engine.session.enrol({ url: office.url, code, deviceName: 'desk', passcode })
    expect((await engine.session.sync()).state).toBe('done')
    await engine.close()
    running = await launchApp({ home: folder.path, demo: false })
  })
  afterAll(async () => {
    await running.close()
    await office.close()
    await database.close()
    folder[Symbol.dispose]()
  })

  const unlock = async (): Promise<void> => {
    const field = running.window.getByLabel('口令', { exact: true })
    await field.waitFor({ timeout: 60_000 })
    await field.fill(passcode)
    await running.window.keyboard.press('Enter')
    await running.window.locator('.nav').waitFor({ timeout: 60_000 })
  }
  const state = () => running.window.locator('a[href="#/sync"][aria-live]')
  const locked = () => running.window.getByLabel('口令', { exact: true })

  it('makes wrong passcodes wait, and says how long', async () => {
    const { window } = running
    await locked().waitFor({ timeout: 60_000 })
    for (let i = 0; i < 3; i++) {
      await locked().fill(`wrong-${i}`)
      await window.keyboard.press('Enter')
      await expect.poll(() => locked().inputValue(), { timeout: 30_000 }).toBe('')
    }
    await window.getByText(/口令多次不对，\d+ 秒后再试/).waitFor()
    // the right one has to wait as well
    await locked().fill(passcode)
    await window.keyboard.press('Enter')
    expect(await window.locator('.nav').count()).toBe(0)
    await window.getByText(/口令多次不对/).waitFor({ state: 'detached', timeout: 30_000 })
    await unlock()
  })

  it('syncs by itself soon after it was opened', async () => {
    await state()
      .filter({ hasText: /已同步/ })
      .waitFor({ timeout: 60_000 })
    await openScreen(running.window, '/sync')
    await running.window.getByText('下次自动同步').waitFor()
  })

  it('says when it tries again while head office is away, and syncs at once when the network is back', async () => {
    const { window, app } = running
    const [at] = [port()]
    await office.close()
    await window.keyboard.press('F5')
    await state().filter({ hasText: '同步中断' }).waitFor({ timeout: 90_000 })
    await window.getByText(/\d\d:\d\d 再试；网络恢复时立即再试/).waitFor()
    office = await smallOffice({ database, port: at })
    // the next try by the clock is a minute away: what syncs now is the network's return, seen by Chromium itself
    await app.context().setOffline(true)
    await expect.poll(() => window.evaluate(() => navigator.onLine)).toBe(false)
    await app.context().setOffline(false)
    await state()
      .filter({ hasText: /已同步/ })
      .waitFor({ timeout: 30_000 })
    expect(await window.getByText(/再试；网络恢复时立即再试/).count()).toBe(0)
  })

  it('syncs when the computer wakes up', async () => {
    const { window, app } = running
    const before = await window.locator('.ph .sum').innerText()
    await office.write('B1', [
      { op: 'put', stream: 'clients', key: CLIENT, tier: 2, row: { ...sampleRow('clients', 1), name: '醒来客户' } },
    ])
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))
    await expect.poll(() => window.locator('.ph .sum').innerText(), { timeout: 30_000 }).toContain('1 行')
    expect(before).not.toContain(' 1 行')
  })

  it('shows both values of a field that two devices changed, and takes the decision back', async () => {
    const { window, app } = running
    const mine = newPhone('13911110000', systemClock.now())
    // this device wrote offline: locked, its book is opened by another engine of the same folder
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
    await locked().waitFor({ timeout: 60_000 })
    const resources = join(projectRoot, 'resources')
    const engine = createEngine({ home: folder.path, resources, demo: false, keyStore: null, desktop: null })
    await engine.ready
    await engine.session.unlock(passcode)
    engine.session.opened().workspace.store.write(tx => recordEntry(tx, mine))
    await engine.close()
    // another device of the advisor was quicker to reach head office
    const other = httpUpstream({ url: office.url, token, now: systemClock.now })
    const [answer] = await other.push([newPhone('13922220000', systemClock.now())], new AbortController().signal)
    await other.close()
    expect(answer?.state).toBe('applied')
    await unlock()
    await openScreen(window, '/sync')
    const tab = window.getByRole('radio', { name: /冲突/ }).or(window.getByRole('tab', { name: /冲突/ }))
    await expect.poll(() => tab.innerText(), { timeout: 60_000 }).toMatch(/1/)
    await tab.click()
    const row = window.locator('.sy-conflicts tbody tr')
    const cells = (): Promise<string[]> => row.locator('td').allInnerTexts()
    await row.waitFor()
    const [, field, used, lost] = await cells()
    expect(field).toContain('手机')
    expect([used, lost].toSorted()).toEqual(['13911110000', '13922220000'])
    await row.getByRole('button', { name: '改用另一值' }).click()
    await row.getByText('已改用').waitFor()
    // what is in use now stands in its column
    expect((await cells()).slice(2, 4)).toEqual([lost, used])
    // the cheap undo of the status bar
    await window.keyboard.press('u')
    await row.getByRole('button', { name: '改用另一值' }).waitFor()
    expect((await cells()).slice(2, 4)).toEqual([used, lost])
    await row.getByRole('button', { name: '改用另一值' }).click()
    await row.getByText('已改用').waitFor()
    await window.keyboard.press('F5')
    const sent = async (): Promise<string> => {
      const reader = httpUpstream({ url: office.url, token, now: systemClock.now })
      const question = { stream: 'clients', tier: null, after: '', limit: 100 } as const
      const page = await reader.changes(question, new AbortController().signal)
      await reader.close()
      return [...page.lines()].find(line => line.includes(`"${CLIENT}"`)) ?? ''
    }
    await expect.poll(sent, { timeout: 30_000 }).toContain(`"phone":"${lost}"`)
  })

  it('shuts out a lost device once its name is typed: head office refuses it from then on', async () => {
    const { window } = running
    await openScreen(window, '/settings/devices')
    const lost = window.locator('table.list tbody tr', { hasText: 'test' })
    await lost.getByRole('button', { name: '停用' }).click()
    const form = window.locator('form.pass')
    const stop = form.getByRole('button', { name: '停用' })
    await form.getByLabel('输入设备名“test”确认').fill('tes')
    expect(await stop.getAttribute('aria-disabled')).toBe('true')
    await form.getByLabel('输入设备名“test”确认').fill('test')
    await stop.click()
    await lost.getByText(/已停用/).waitFor()
    expect(await lost.getByRole('button').count()).toBe(0)
    const other = httpUpstream({ url: office.url, token, now: systemClock.now })
    await expect(other.status(new AbortController().signal)).rejects.toThrow()
    await other.close()
  })

  it('enrols again on the Sync screen when head office no longer accepts the device', async () => {
    const { window } = running
    const own = await office.db.query<{ id: string }>(`select id from devices where name = 'desk'`)
    for (const { id } of own) await office.revoke(id)
    await openScreen(window, '/sync')
    await window.keyboard.press('F5')
    await state().filter({ hasText: '同步中断' }).waitFor({ timeout: 60_000 })
    await window.getByLabel('总部地址').waitFor()
    expect(await window.getByLabel('总部地址').inputValue()).toBe(office.url)
    await window.getByLabel('登记码').fill('WRONG-CODES')
    await window.getByRole('button', { name: '登记并同步' }).click()
    await window.getByText('登记码不对或已过期').waitFor()
    await window.getByLabel('登记码').fill(await office.enrolCode('B1'))
    await window.getByRole('button', { name: '登记并同步' }).click()
    await state()
      .filter({ hasText: /已同步/ })
      .waitFor({ timeout: 60_000 })
    await window.getByLabel('登记码').waitFor({ state: 'detached' })
  })

  it('goes through the proxy that was set on the screen', async () => {
    const { window } = running
    const proxy = await loopbackProxy()
    try {
      await openScreen(window, '/sync')
      const field = window.getByLabel('代理服务器')
      await field.fill('not a proxy')
      await window.getByRole('button', { name: '保存代理' }).click()
      await window.getByText('格式为 http://主机:端口').waitFor()
      await field.fill(proxy.url)
      await window.getByRole('button', { name: '保存代理' }).click()
      await window.getByText('代理已保存').waitFor()
      await window.keyboard.press('F5')
      await expect.poll(() => proxy.tunnels.length, { timeout: 30_000 }).toBeGreaterThan(0)
      expect(new Set(proxy.tunnels)).toEqual(new Set([new URL(office.url).host]))
      await state()
        .filter({ hasText: /已同步/ })
        .waitFor({ timeout: 30_000 })
      await field.fill('')
      await window.getByRole('button', { name: '保存代理' }).click()
      await window.getByText('已改用系统设置').waitFor()
    } finally {
      await proxy.close()
    }
  })

  it('writes diagnostics in which nothing of a client can be found', async () => {
    const { window, app } = running
    const target = join(folder.path, 'diagnostics.json')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, target)
    await openScreen(window, '/sync')
    await window.getByRole('button', { name: '导出诊断' }).click()
    await window.getByText(target).waitFor()
    const text = readFileSync(target, 'utf8')
    expect(JSON.parse(text)).toMatchObject({ integrity: 'ok', rows: { clients: 12 } })
    const { name, phone, idNumber, branch } = sampleRow('clients', 1)
    for (const word of [name, '客户', phone, idNumber, branch, CLIENT, 'C0000', passcode, token])
      expect([word, text.includes(String(word))]).toEqual([word, false])
  })

  it('locks when the system locks its screen, and when nobody was there for the minutes of the setting', async () => {
    const { window, app } = running
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
    await locked().waitFor({ timeout: 60_000 })
    expect(await window.locator('.nav, .page').count()).toBe(0)
    const resources = join(projectRoot, 'resources')
    const engine = createEngine({ home: folder.path, resources, demo: false, keyStore: null, desktop: null })
    await engine.ready
    await engine.session.unlock(passcode)
    engine.session.opened().workspace.store.write(tx => tx.settings.set('settings', { lockMinutes: 1 }))
    await engine.close()
    await unlock()
    await window.getByText(/1 分钟/).waitFor()
    // the shortest setting is a minute; nothing moves meanwhile
    await locked().waitFor({ timeout: 100_000 })
    expect(await window.locator('.nav, .page').count()).toBe(0)
  })
})
