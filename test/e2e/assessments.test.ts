import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { QuestionnairePack } from '../../src-main/model/questionnaire-pack.ts'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { firstSyncDone, openScreen } from '../helpers/first-sync.ts'
import { readPackJson } from '../helpers/rule-packs.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const shipped = QuestionnairePack.parse(readPackJson('questionnaires/2026.2.json'))
const home = temporaryFolder()
let running: RunningApp
let window: Page
let client = ''
let tail = ''

beforeAll(async () => {
  running = await launchApp({ home: home.path })
  window = running.window
  await firstSyncDone(window)
  await openScreen(window, '#/clients')
  await window.locator('.ag-row[row-index="0"]').first().dblclick()
  await window.locator('.page.client h1').waitFor()
  client = (await window.evaluate(() => location.hash)).split('/')[2] ?? ''
  await openScreen(window, `#/clients/${client}/overview`)
  const phone = window.locator('dt', { hasText: '手机' }).locator('xpath=following-sibling::dd[1]').first()
  await phone.waitFor()
  tail = (await phone.innerText()).trim().slice(-4)
}, 300_000)

afterAll(async () => {
  await running.close()
  home[Symbol.dispose]()
})

const heldProducts = 7

/** Answers with the digit of the choice, question by question, and waits until each is on record. */
const answer = async (choices: readonly number[]): Promise<void> => {
  for (const [i, choice] of choices.entries()) {
    await window.getByText(`第 ${i + 1} 题，共 ${choices.length} 题`).waitFor()
    await window.keyboard.press(String(choice))
    await window.locator(`[role=progressbar][aria-valuenow="${i + 1}"]`).waitFor()
    // it takes several answers, so it waits for more
    if (i === heldProducts) await window.keyboard.press('ArrowRight')
  }
}

/** No contradictions, a level in the middle; one for each of the sixteen questions. */
const middling = [1, 3, 2, 2, 2, 3, 4, 3, 2, 2, 2, 3, 3, 3, 3, 3]

/** Every band begins 30 points higher, and whoever answers within a day answers in haste: the result always waits. */
const firm = {
  ...shipped,
  version: 'firm-q',
  effectiveOn: '2026-11-10',
  name: { zh: '本机构问卷', en: 'Firm questionnaire' },
  bands: shipped.bands.map((band, i) => ({ ...band, from: i === 0 ? band.from : band.from + 30 })),
  alerts: { ...shipped.alerts, quickSeconds: 86_400 },
}

it('a version of the questionnaire shows whose level it would change before it is put into force', async () => {
  const [broken, file] = ['broken.json', 'firm-q.json'].map(name => join(home.path, name))
  writeFileSync(broken ?? '', JSON.stringify({ ...firm, validityMonths: 0 }))
  writeFileSync(file ?? '', JSON.stringify(firm))
  await openScreen(window, '#/suitability/packs')
  const input = window.locator('input[type=file]')
  await input.setInputFiles(broken ?? '')
  await window.locator('.ban', { hasText: 'validityMonths' }).waitFor()
  await input.setInputFiles(file ?? '')
  const line = window.locator('.packs tr.sel', { hasText: 'firm-q' })
  await line.getByText('未启用').waitFor()
  const counts = window.getByText(/等级升高 0 户，降低 [1-9][\d,]* 户/)
  await counts.waitFor()
  expect(await window.locator('.packs .list.plain a.link').count()).toBeGreaterThan(0)
  await window.getByRole('button', { name: '启用', exact: true }).click()
  await line.getByText('现行').waitFor()
})

it('a client answers alone in a full window that nothing but hand-back leads out of', async () => {
  await openScreen(window, `#/clients/${client}/suitability`)
  const history = window.locator('.asked tbody tr')
  await window.locator('.asked tbody tr, .asked .empty').first().waitFor()
  const before = await history.count()
  await window.getByRole('button', { name: '开始测评' }).click()
  await window.getByRole('button', { name: '交给客户' }).click()
  const kiosk = window.locator('.kiosk')
  await kiosk.waitFor()
  // neither the keys of the shell nor an address lead to the book
  await window.keyboard.press('Control+2')
  await openScreen(window, '#/clients')
  expect(await window.locator('nav').count()).toBe(0)
  expect(await window.locator('.ag-row').count()).toBe(0)

  await window.getByRole('checkbox').check()
  await window.getByRole('textbox').fill(tail === '0000' ? '1111' : '0000')
  await window.getByRole('button', { name: '开始作答' }).click()
  await window.getByText('与客户资料不符').waitFor()
  await window.getByRole('textbox').fill(tail)
  await window.getByRole('button', { name: '开始作答' }).click()
  await answer(middling)
  await window.getByRole('button', { name: '提交' }).click()
  await window.getByRole('button', { name: '我确认此结果' }).click()
  await window.getByRole('button', { name: '交还顾问' }).click()
  await kiosk.waitFor({ state: 'detached' })

  await openScreen(window, `#/clients/${client}/assessment`)
  await window.getByRole('button', { name: '确认已收回设备' }).click()
  // the page may still show the history of before for a moment
  await history.nth(before).waitFor()
  const first = history.first()
  await first.getByText('客户本人').waitFor()
  await first.click()
  await window.locator('.stated').getByText('记录于').waitFor()
  expect(await window.locator('.stated dt').count()).toBe(16)

  // in haste by this version: the level that counts stays, and every place that shows it says what waits
  await first.getByText('待复核：作答过快').waitFor()
  const note = window.locator('.waiting-note', { hasText: '待总部复核（作答过快）' })
  await note.waitFor()
  const told = /测评结果 (C\d(?:min)?) 待总部复核.*按 (C\d(?:min)?) 判定/s.exec(await note.innerText())
  const [, level = '', now = ''] = told ?? []
  // one that counts already is named once
  const own = level === now ? '' : ` ${level}`
  expect((await window.locator('.hd .warn.m').first().innerText()).trim()).toBe(`${own} 待总部复核`.trim())
  await openScreen(window, '#/clients')
  const cell = window.locator('.ag-row[row-index="0"]').getByText('待核')
  await cell.waitFor()
  expect((await cell.innerText()).trim()).toBe(`${now} 待核${own}`)
})

it('a restart comes back to the client who has the device, and pausing gives the advisor nothing to answer', async () => {
  await openScreen(window, `#/clients/${client}/assessment`)
  await window.getByRole('button', { name: '交给客户' }).click()
  await window.locator('.kiosk').waitFor()
  expect(await window.evaluate(() => localStorage.getItem('frame'))).toBe('0')
  // as a crash would leave it, before the word was written
  await window.evaluate(() => localStorage.setItem('frame', '1'))
  await running.close()
  running = await launchApp({ home: home.path })
  window = running.window
  await window.locator('.kiosk').waitFor()
  expect(await window.locator('nav').count()).toBe(0)
  await window.getByRole('button', { name: '暂停并交还' }).click()
  await window.locator('.acts').getByRole('button', { name: '暂停并交还' }).click()
  await openScreen(window, `#/clients/${client}/assessment`)
  await window.getByText('已暂停：已答').waitFor()
  expect(await window.locator('.answers').count()).toBe(0)
  await window.getByRole('textbox').fill('客户改日再答')
  await window.getByRole('button', { name: '放弃本次测评' }).click()
  await window.getByText('放弃一次测评').waitFor()
})

it('an event on a product becomes drafts in one click and is taken back with one key', async () => {
  await openScreen(window, '#/products')
  await window.getByRole('radio', { name: '全部货架' }).click()
  await window.locator('.ag-row').first().waitFor()
  const panel = window.locator('.shelf-page aside')
  const draft = panel.getByRole('button', { name: /位起草/ })
  for (let row = 0; row < 40 && (await draft.count()) === 0; row++) {
    if (row > 0) await window.keyboard.press('j')
    await panel.getByRole('radio', { name: '经理变更' }).click()
    await panel.getByText(/涉及 [\d,]+ 户/).waitFor()
  }
  await draft.click()
  await window.locator('.drafts li').first().waitFor()
  await window.getByRole('button', { name: '查看' }).first().click()
  await window.locator('.letter').getByText('不构成买卖建议').waitFor()
  await window.keyboard.press('u')
  await window.locator('.drafts li').first().waitFor({ state: 'detached' })

  // a large batch can be stopped: what is drafted stays, the rest can be gone on with
  await window.getByPlaceholder('名称、拼音、代码').fill('溪山保证金快线')
  await panel.getByRole('heading', { name: '溪山保证金快线' }).waitFor()
  await panel.getByRole('radio', { name: '暂停申购' }).click()
  const affected = await panel.getByText(/涉及 1\d\d 户/).innerText()
  const all = Number(/涉及 (\d+) 户/.exec(affected)?.[1])
  await window.evaluate(() => {
    const stopAtOnce = new MutationObserver(() => {
      const stop = [...document.querySelectorAll('aside button')].find(each => each.textContent === '停止')
      if (stop instanceof HTMLElement) {
        stopAtOnce.disconnect()
        stop.click()
      }
    })
    stopAtOnce.observe(document.body, { childList: true, subtree: true })
  })
  await draft.click()
  await window.locator('.stat', { hasText: '已起草 100 份' }).waitFor()
  await panel.getByRole('button', { name: `为 ${all - 100} 位起草` }).waitFor()
  await panel.locator('.drafts li').nth(99).waitFor()
  expect(await panel.locator('.drafts li').count()).toBe(100)
  await panel.getByRole('button', { name: '整批撤回' }).click()
  await panel.locator('.drafts li').first().waitFor({ state: 'detached' })
  expect(running.problems).toEqual([])
})
