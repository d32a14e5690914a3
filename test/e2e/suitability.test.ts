import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { firstSyncDone, openScreen } from '../helpers/first-sync.ts'

const shipped = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../resources/rule-packs/suitability/2017-07-01-default-3.json'), 'utf8'),
) as { readonly matrix: object }

/** C3 may hold R2 at most. */
const firm = {
  ...shipped,
  version: 'firm-2026-11',
  effectiveOn: '2026-11-01',
  name: { zh: '本机构规则', en: 'Firm rules' },
  matrix: { ...shipped.matrix, C3: ['R1', 'R2'] },
}

describe('suitability in the window', () => {
  let running: RunningApp

  beforeAll(async () => {
    running = await launchApp()
    await firstSyncDone(running.window)
  }, 900_000)
  afterAll(() => running.close())

  it('brings a rule pack, shows whom it changes, puts it into force, and queues the clients to be told', async () => {
    const { window, home } = running
    const settled = { timeout: 30_000 }
    const broken = join(home, 'broken.json')
    writeFileSync(broken, JSON.stringify({ ...firm, seniorAge: 'sixty' }))
    const file = join(home, 'firm.json')
    writeFileSync(file, JSON.stringify(firm))

    await openScreen(window, '#/suitability/packs')
    const packs = window.locator('.packs .list').first().locator('tbody tr')
    await packs.first().waitFor(settled)
    expect(await window.getByText('规则文本未核对').count()).toBeGreaterThan(0)

    const input = window.locator('input[type=file]')
    await input.setInputFiles(broken)
    await window.locator('.ban', { hasText: 'seniorAge' }).waitFor(settled)
    await input.setInputFiles(file)
    const heading = window.locator('h3', { hasText: '户有持仓改变结论' })
    await heading.waitFor(settled)
    const [, affected = '0', worse = '0'] =
      /客户 ([\d,]+) 户.*其中 ([\d,]+) 户变差/.exec(await heading.innerText()) ?? []
    expect(Number(affected.replace(',', ''))).toBeGreaterThanOrEqual(Number(worse.replace(',', '')))
    expect(Number(worse.replace(',', ''))).toBeGreaterThan(0)
    // what stays a mismatch for another reason has no arrow to itself
    await window.locator('.packs p', { hasText: '不匹配 结论不变，理由或要求改变' }).waitFor(settled)
    expect(await window.locator('.packs').innerText()).not.toMatch(/(匹配|无法判定)\s*→\s*\1/)

    await window.getByRole('button', { name: '启用', exact: true }).click()
    await window.locator('.packs tr.sel', { hasText: '现行' }).waitFor(settled)

    await openScreen(window, '#/suitability/notices')
    // one notice for each client of the preview who fares worse
    await window.locator('.sums', { hasText: `待告知 ${worse}` }).waitFor(settled)
    const first = window.locator('.list tbody tr').first()
    const name = (await first.locator('td').nth(1).innerText()).trim()
    await window.locator('aside .letter', { hasText: `尊敬的${name}` }).waitFor(settled)

    await window.getByRole('button', { name: '已告知' }).click()
    await window.locator('aside .err').waitFor(settled)
    await window.locator('aside input').fill('电话录音 REC-1')
    await window.getByRole('button', { name: '已告知' }).click()
    await window.locator('.list tbody tr', { hasText: name }).getByText('已告知').waitFor(settled)

    await openScreen(window, '#/suitability/evidence')
    await window.getByRole('button', { name: '核验全部' }).click()
    await window.getByRole('status').filter({ hasText: '完整：' }).waitFor(settled)
    expect(running.problems).toEqual([])
  }, 600_000)

  it('leads from a grade that the drawdown belies to whoever holds the product, and to the letters', async () => {
    const { window } = running
    const settled = { timeout: 30_000 }
    await openScreen(window, '#/suitability/alarms')
    const line = window.locator('.list tbody tr.row').first()
    await line.waitFor(settled)
    const holders = (await line.locator('td').nth(6).innerText()).trim()
    await line.locator('td').nth(6).locator('a').click()
    const panel = window.locator('.shelf-page aside')
    await panel.getByText(`涉及 ${holders} 户`).waitFor(settled)
    // on the shelf already, so it stands there once
    const selected = window.locator('.shelf-page .ag-row-selected')
    await expect.poll(() => selected.count(), settled).toBe(1)
    await panel.getByRole('button', { name: `为 ${holders} 位起草` }).click()
    await panel.locator('.drafts li').first().waitFor(settled)
    expect(await panel.locator('.drafts li').count()).toBe(Number(holders))
    // one that is off the shelf stands there too, and the head does not count it
    const count = async (): Promise<number> =>
      Number(/^\d+/.exec(await window.locator('.shelf-page .sum').innerText())?.[0])
    const shelf = await count()
    await openScreen(window, '#/suitability/alarms')
    await line.waitFor(settled)
    const codes = await window
      .locator('.list tbody tr.row a[href*="code="]')
      .evaluateAll(links => links.map(link => (link.getAttribute('href') ?? '').split('code=')[1] ?? ''))
    await openScreen(window, `#/products?code=${codes[0]}`)
    let asked = ''
    for (const code of new Set(codes)) {
      await window.locator('.shelf-page .tb input').fill(code)
      if ((await count()) === 0) asked = code
    }
    await openScreen(window, `#/products?code=${asked}`)
    const grid = window.locator('.shelf-page [role=treegrid], .shelf-page [role=grid]')
    const lines = (): Promise<string | null> => grid.getAttribute('aria-rowcount')
    await selected.filter({ hasText: asked }).waitFor(settled)
    // the head of the table is a line too
    await expect.poll(lines, settled).toBe(String(shelf + 2))
    expect(await window.locator('.shelf-page .sum').innerText()).toContain(`${shelf} 项，`)
    // one that nobody knows is named, and the shelf stands
    await openScreen(window, '#/products?code=000000')
    await window.locator('.shelf-page [role=alert]', { hasText: '000000' }).waitFor(settled)
    await expect.poll(lines, settled).toBe(String(shelf + 1))
    expect(running.problems).toEqual([])
  }, 600_000)

  it('shows the account against its level, and a trade before and after', async () => {
    const { window } = running
    const settled = { timeout: 30_000 }
    await openScreen(window, '#/suitability/notices')
    await window.locator('aside a.link').first().click()
    await window.locator('.level-grid').first().waitFor(settled)
    const product = (await window.locator('.suggest .nm em, .list .nm em').first().innerText()).trim()
    await window.locator('.trial input').first().fill(product)
    await window.getByRole('button', { name: '试算交易前后' }).click()
    const trial = window.locator('.level-grid[role=status]')
    await trial.waitFor(settled)
    expect(await trial.locator('tbody tr').count()).toBe(6)
    expect(running.problems).toEqual([])
  }, 600_000)
})
