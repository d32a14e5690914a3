import { describe, expect, it } from 'vitest'
import { readPackJson } from '../../helpers/rule-packs.ts'
import { runCalc } from '../../helpers/run-calc.ts'

const facts = {
  averageAssets: 60_000_000,
  latestAssets: null,
  revenue365: 300_000,
  turnover: 5,
  tradeDays: 50,
  equityShare: 0.7,
  wealthShare: 0.2,
  cashShare: 0.1,
  classes: 2,
  topClassShare: 0.7,
  advisory: false,
  tradesInYear: 120,
}

describe('calc segment', () => {
  it('answers tier, style and why', async () => {
    const { code, out } = await runCalc('segment', { facts, previous: null })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ tier: 3, style: 'trading', pack: '2026.11.3' })
  })

  it('takes a whole pack in the question', async () => {
    const pack = Object(readPackJson('segments/2026.11.3.json'))
    const mine = { ...pack, version: 'mine', tier: { ...pack.tier, assetMarks: [1, 2, 3, 4] } }
    const { out } = await runCalc('segment', { facts, pack: mine })
    expect(JSON.parse(out)).toMatchObject({ tier: 5, pack: 'mine' })
  })

  it('names a missing fact and a misspelt one', async () => {
    const { turnover, ...rest } = facts
    expect(await runCalc('segment', { facts: rest })).toMatchObject({
      code: 1,
      err: expect.stringContaining('facts.turnover'),
    })
    expect(await runCalc('segment', { facts: { ...facts, turnovr: turnover } })).toMatchObject({
      code: 1,
      err: expect.stringContaining('turnovr'),
    })
  })

  it('names the versions it knows when asked for another', async () => {
    const { code, err } = await runCalc('segment', { facts, pack: '1999' })
    expect([code, err.includes('2026.11.3')]).toEqual([1, true])
  })
})

describe('calc suitability', () => {
  const client = {
    investorType: 'ordinary',
    riskCapacity: 'C3',
    validUntil: '2027-06-01',
    birthDate: '1950-01-01',
    term: 2,
    variety: 2,
  }
  const product = { riskGrade: 'R3', term: 2, variety: 1 }

  const on = async (date: string): Promise<unknown> =>
    JSON.parse((await runCalc('suitability', { client, product, context: { date, initiative: 'advisor' } })).out)
  const at = (date: string): Promise<unknown> =>
    runCalc('suitability', { client, product, context: { date, initiative: 'client' } })

  it('judges by the pack in force on the day of the event', async () => {
    expect(await on('2026-12-11')).toMatchObject({
      verdict: 'match',
      action: 'allow',
      codes: [],
      missing: [],
      pack: '2017-07-01-default-3',
    })
    expect(await on('2026-12-12')).toMatchObject({ verdict: 'match', pack: '2026-12-12-default-3' })
  })

  it('gives requirements as texts', async () => {
    const question = {
      client,
      product: { ...product, riskGrade: 'R4' },
      context: { date: '2026-11-23', initiative: 'client' },
    }
    const { out } = await runCalc('suitability', question)
    expect(JSON.parse(out).requirements[0]).toEqual({
      id: 'writtenWarning',
      text: expect.stringContaining('书面风险警示'),
      textEn: expect.any(String),
    })
  })

  it('refuses an event before the first rules, and a date that is none', async () => {
    expect(await at('2010-01-01')).toMatchObject({ code: 1, err: expect.stringContaining('context.date') })
    expect(await at('2026-02-30')).toMatchObject({ code: 1, err: expect.stringContaining('context.date') })
  })
})

describe('calc wording', () => {
  it('lists findings with their place and advice', async () => {
    const { out } = await runCalc('wording', { text: '本产品保本。', edition: 'client' })
    expect(JSON.parse(out)).toEqual([
      {
        rule: 'guarantee',
        severity: 'error',
        start: 3,
        end: 5,
        text: '保本',
        advice: expect.stringContaining('删除'),
        adviceEn: expect.any(String),
      },
    ])
  })

  it('finds nothing in the required risk notice', async () => {
    const { code, out } = await runCalc('wording', { text: '过往业绩不预示未来表现，基金不保本。', edition: 'client' })
    expect([code, JSON.parse(out)]).toEqual([0, []])
  })
})
