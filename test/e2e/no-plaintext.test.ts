import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { firstSyncDone, openScreen } from '../helpers/first-sync.ts'
import { filesBelow, leaksBelow, planted } from '../helpers/planted.ts'
import { sampleRow } from '../helpers/sample-rows.ts'
import { smallOffice, type SmallOffice } from '../helpers/small-office.ts'

const note = '客户计划明年移居海南岛'
const passcode = 'secret-of-the-test-4711'

const found = (folder: string): string[] => leaksBelow(folder, [note, passcode])

let office: SmallOffice
let running: RunningApp
let home = ''

let code = ''

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'advisor-e2e-plain-'))
  office = await smallOffice()
  await office.addBook('B-plain', 8)
  const client = { ...sampleRow('clients', 0), ...planted, id: 'C-planted', bookTier: 5 }
  await office.write('B-plain', [{ op: 'put', stream: 'clients', key: client.id, tier: 5, row: client }])
  code = await office.enrolCode('B-plain')
  running = await launchApp({ demo: false, home })
}, 120_000)
afterAll(async () => {
  await running.close()
  await office.close()
  rmSync(home, { recursive: true })
})

it('a window that synced, showed, wrote, crashed and closed leaves no name, number, note or passcode in its whole profile', async () => {
  const { window, app } = running
  await window.getByLabel('总部地址').fill(office.url)
  await window.getByLabel('登记码').fill(code)
  await window.getByLabel('口令（可以不设）').fill(passcode)
  await window.keyboard.press('Control+Enter')
  await firstSyncDone(window, 60)
  await openScreen(window, '/clients')
  await window.getByText(planted.name).first().waitFor()
  await openScreen(window, '/clients/C-planted')
  await window.getByRole('heading', { name: planted.name }).waitFor()
  await window.keyboard.press('l')
  await window.getByLabel('主题').fill('季度回顾')
  await window.getByLabel('要点').fill(note)
  await window.getByRole('button', { name: '保存' }).click()
  await window.getByText('联系记录已保存').waitFor()
  // what Chromium keeps in memory is written out before it is looked at
  await app.evaluate(async ({ session }) => {
    await session.defaultSession.flushStorageData()
  })
  const dumps = await app.evaluate(({ app: electron }) => electron.getPath('crashDumps'))
  const profile = await app.evaluate(({ app: electron }) => electron.getPath('userData'))
  expect(profile.startsWith(home)).toBe(true)
  expect(filesBelow(profile).length).toBeGreaterThan(5)
  expect(found(home)).toEqual([])
  // the renderer has all of it in memory; its crash must not leave a dump of that
  await app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>(gone => {
        const [first] = BrowserWindow.getAllWindows()
        first?.webContents.once('render-process-gone', () => gone())
        first?.webContents.forcefullyCrashRenderer()
      }),
  )
  expect(found(home)).toEqual([])
  expect(existsSync(dumps) ? found(dumps) : []).toEqual([])
  await running.close()
  expect(found(home)).toEqual([])
  // proof that the search would find them
  writeFileSync(join(home, 'proof.txt'), `x${planted.phone}`)
  expect(found(home)).toEqual([`${join(home, 'proof.txt')}: ${planted.phone}`])
}, 180_000)
