import { describe, expect, it } from 'vitest'
import { diagnoseAccount } from '../../../../../src-main/domain/diagnosis/account/diagnose-account.ts'
import { Account } from '../../../../../src-main/model/account.ts'
import { Trade } from '../../../../../src-main/model/trade.ts'
import { Fen } from '../../../../../src-main/model/units.ts'
import { accountInput } from '../../../../helpers/account-input.ts'

const base = accountInput({ funds: 5, shelf: 5, buys: 6 })
const worth = base.holdings.reduce((sum, h) => sum + h.value, 0)

describe('a margin account', () => {
  const debt = Math.round(worth / 1.25)
  const report = diagnoseAccount({
    ...base,
    accounts: [
      Account.parse({
        id: 'a1',
        clientId: 'c1',
        kind: 'margin',
        openedOn: null,
        status: 'active',
        cash: 0,
        marginDebt: debt,
      }),
    ],
  })

  it('shows what it owes against what it holds, and says when that is thin', () => {
    // worth / (worth / 1.25) = 125 %, under the mark of 140 %
    expect(report.behaviour.maintenanceRatio?.value).toBeCloseTo(1.25, 6)
    expect(report.summary.findings.map(f => f.rule)).toContain('margin')
  })

  it('counts its gain on what is left after the debt', () => {
    expect(report.performance.totalAssets.value).toBe(worth)
    expect(report.performance.assets.at(-1)?.assets).toBe(worth - debt)
  })
})

describe('an external account', () => {
  it('does not pay from the cash at this broker', () => {
    const first = base.holdings[0]
    if (first === undefined) throw new Error('no holding')
    const outside = Account.parse({
      id: 'x1',
      clientId: 'c1',
      kind: 'external',
      openedOn: null,
      status: 'active',
      cash: 0,
      marginDebt: 0,
    })
    const bought = Trade.parse({
      id: 'x',
      clientId: 'c1',
      accountId: 'x1',
      date: '2026-06-01',
      side: 'buy',
      code: first.code,
      units: 100_000,
      price: null,
      amount: 1_000_000,
      fee: 0,
      status: 'confirmed',
    })
    const held = { ...first, accountId: outside.id, units: first.units, value: first.value }
    const before = diagnoseAccount(base)
    const after = diagnoseAccount({
      ...base,
      accounts: [...base.accounts, outside],
      trades: [...base.trades, bought],
      holdings: [...base.holdings, { ...held, units: 100_000 as typeof first.units, value: Fen.parse(1_000_000) }],
    })
    // The purchase is one more flow of money from outside.
    expect((after.performance.netInvested.value ?? 0) - (before.performance.netInvested.value ?? 0)).toBe(1_000_000)
  })
})

describe('trades that are not confirmed', () => {
  it('count for nothing but a note', () => {
    const [some] = base.trades
    if (some === undefined) throw new Error('no trade')
    const report = diagnoseAccount({ ...base, trades: [...base.trades, { ...some, id: 'p', status: 'pending' }] })
    expect(report.performance.netInvested.value).toBe(diagnoseAccount(base).performance.netInvested.value)
    expect(report.who.coverage.notes.map(n => n.en)).toContain('Unconfirmed trades are left out.')
  })
})
