import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgeSuitability } from '../../src-main/domain/suitability/judge-suitability.ts'
import { packInForce } from '../../src-main/domain/suitability/pack-in-force.ts'
import { makeDemoWorld } from '../../src-main/head-office/demo/world.ts'
import { Client } from '../../src-main/model/client.ts'
import { Product } from '../../src-main/model/product.ts'
import { IsoDate } from '../../src-main/model/units.ts'
import { clientOn, suitabilityClient, suitabilityProduct } from '../../src-main/services/book/suitability-facts.ts'
import type { RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { launchDemo } from '../helpers/launch-demo.ts'
import { suitabilityPacks } from '../helpers/rule-packs.ts'

const LONG = { timeout: 60_000 }

interface Pair {
  readonly client: Client
  readonly product: Product
}

/** Pairs of the demo world with these codes, on the initiative of the client or of the advisor. */
const pairOf = (initiative: 'advisor' | 'client', wanted: readonly string[]): Pair => {
  const world = makeDemoWorld()
  const date = IsoDate.parse(world.asOf)
  const pack = packInForce(suitabilityPacks(), date)
  if (pack === null) throw new Error('no pack')
  const products = [...world.reference()].flatMap(({ stream, row }) =>
    stream === 'products' ? [Product.parse(row)] : [],
  )
  const dear = products.filter(each => each.riskGrade === 'R5' || each.riskGrade === 'R4')
  for (const { stream, row } of world.book(world.advisors[0]?.book ?? '')) {
    if (stream !== 'clients') continue
    const client = Client.parse(row)
    if (client.investorType !== 'ordinary') continue
    for (const product of dear) {
      const facts = [suitabilityClient(clientOn(client, date, pack)), suitabilityProduct(product)] as const
      const { codes } = judgeSuitability(...facts, { date, initiative }, pack)
      if (codes.join() === wanted.join()) return { client, product }
    }
  }
  throw new Error(`the demo world has no client and product with ${wanted.join()}`)
}

const stands = async (card: Locator, state: string): Promise<void> =>
  card.locator('b', { hasText: state }).first().waitFor(LONG)
const works = async (card: Locator): Promise<number> => {
  const boxes = card.locator('fieldset.steps input[type=checkbox]')
  const all = await boxes.count()
  for (let i = 0; i < all; i++) {
    await boxes.nth(i).click()
    await expect.poll(() => boxes.nth(i).isChecked(), LONG).toBe(true)
  }
  return all
}

describe('a suggestion in the window', () => {
  let running: RunningApp
  let window: Page
  beforeAll(async () => {
    running = await launchDemo()
    window = running.window
  }, 900_000)
  afterAll(async () => running.close())

  const tabOf = async ({ client }: Pair): Promise<void> => {
    await openScreen(window, `#/clients/${client.id}/suitability`)
    await window.locator('h1', { hasText: client.name }).waitFor(LONG)
    await window.locator('form.draft').waitFor(LONG)
  }
  const draft = async (pair: Pair): Promise<Locator> => {
    const form = window.locator('form.draft')
    await form.getByLabel('产品代码').fill(pair.product.code)
    await form.getByLabel('金额 万元').fill('5')
    await form.getByRole('button', { name: /起草建议|登记意愿/ }).click()
    const card = window
      .locator('.suggest section li', { hasText: pair.product.code })
      .filter({ has: window.locator('.acts') })
    await card.first().waitFor(LONG)
    return card.first()
  }
  it('to a client of 65 or more works through both checklists before it is accepted, then goes to its end', async () => {
    const pair = pairOf('advisor', ['HIGH_RISK_CARE', 'SENIOR_CARE'])
    await tabOf(pair)
    const card = await draft(pair)
    await stands(card, '草稿')
    await card.getByText('高龄').first().waitFor(LONG)
    await card.getByRole('button', { name: '已出示' }).click()
    const accept = card.getByRole('button', { name: '客户接受' })
    await accept.waitFor(LONG)
    expect(await accept.getAttribute('aria-disabled')).toBe('true')
    expect(await card.locator('fieldset.steps').count()).toBeGreaterThanOrEqual(2)
    expect(await works(card)).toBeGreaterThan(2)
    await card.getByLabel('录音或确认编号').fill('REC-20261123-01')
    await accept.click()
    await card.getByRole('button', { name: '已办理' }).click(LONG)
    await card.getByRole('button', { name: '已跟进' }).click(LONG)
    const done = window.locator('.suggest section li', { hasText: pair.product.code }).first()
    await done.locator('b', { hasText: '已跟进' }).waitFor(LONG)
    expect(await done.locator('.trail li').count()).toBe(5)
    expect(await done.locator('.trail').innerText()).toContain('REC-20261123-01')
  }, 300_000)

  it('that the client wishes against the advice keeps the words, warns in writing and asks for the recording', async () => {
    const pair = pairOf('client', ['RISK_ABOVE'])
    await tabOf(pair)
    await window.getByText('客户意愿', { exact: true }).first().click()
    await window.locator('form.draft').getByLabel('客户原话与来路').fill('来电要求买入，录音 REC-5')
    const card = await draft(pair)
    await card.getByText('来电要求买入，录音 REC-5').waitFor(LONG)
    await card.getByText('书面警示').waitFor(LONG)
    await card.getByRole('button', { name: '已出示' }).click()
    await card.getByRole('button', { name: '客户接受' }).waitFor(LONG)
    await works(card)
    const accept = card.getByRole('button', { name: '客户接受' })
    expect(await accept.getAttribute('aria-disabled')).toBe('true')
    await card.getByRole('button', { name: '客户拒绝' }).click()
    await stands(card, '已拒绝')
    // closed: what was done is read, no box asks for more
    await card.locator('fieldset.steps').getByText('已办').first().waitFor(LONG)
    expect(await card.locator('fieldset.steps input').count()).toBe(0)
    await card.getByRole('button', { name: '已跟进' }).click(LONG)
    await openScreen(window, '#/suitability/evidence')
    await window.getByRole('button', { name: '核验全部' }).click()
    await window.getByRole('status').filter({ hasText: '完整：' }).waitFor(LONG)
    expect(running.problems).toEqual([])
  }, 300_000)

  it('comes from the plan of the account diagnosis in one click', async () => {
    const rows = window.locator('.moves > li')
    await openScreen(window, '#/clients')
    await window.locator('.ag-row[row-index="0"]').first().dblclick(LONG)
    await window.waitForURL(/#\/clients\/[^/]/)
    const id = /#\/clients\/([^/?]+)/.exec(window.url())?.[1] ?? ''
    await openScreen(window, `#/clients/${id}/diagnosis?part=plan`)
    await rows.first().waitFor(LONG)
    await window.getByRole('button', { name: /全部起草/ }).click()
    const told = window.getByRole('status').filter({ hasText: '已起草' })
    await told.waitFor(LONG)
    const count = Number(/已起草 (\d+) 条/.exec(await told.innerText())?.[1])
    expect(count).toBeGreaterThan(0)
    await window.getByRole('link', { name: '去看建议' }).click()
    await window.getByText('来自账户诊断').first().waitFor(LONG)
    expect(await window.getByText('来自账户诊断').count()).toBe(count)
    expect(running.problems).toEqual([])
  }, 300_000)
})
