import { describe, expect, it } from 'vitest'
import { diagnoseAccount } from '../../../../../src-main/domain/diagnosis/account/diagnose-account.ts'
import { replayed } from '../../../../../src-main/domain/diagnosis/account/stress.ts'
import { accountInput, stressPack } from '../../../../helpers/account-input.ts'
import { hasShared, readShared } from '../../../../helpers/shared-folder.ts'

const here = hasShared('data/cn_index_etf_agpl/hs300_idx.csv')

/** Last close at or before a day. */
function closes(name: string): (day: string) => number {
  const rows = readShared(`data/cn_index_etf_agpl/${name}`)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map(line => line.split(','))
  return day => Number(rows.findLast(row => (row[0] ?? '') <= day)?.[1])
}

describe('stress pack', () => {
  it('has the seven windows, in order', () => {
    expect(stressPack().windows.map(w => w.id)).toEqual([
      '2015-06',
      '2016-01',
      '2018',
      '2020-02',
      '2021-02',
      '2022-11',
      '2024-01',
    ])
  })

  it.skipIf(!here)('agrees with the closes of CSI 300 and the treasury index to 0.1 points', () => {
    const equity = closes('hs300_idx.csv')
    const bonds = closes('treasury_idx.csv')
    for (const w of stressPack().windows) {
      expect(w.returns.equity, w.id).toBeCloseTo(equity(w.to) / equity(w.from) - 1, 3)
      expect(w.returns.fixedIncome, w.id).toBeCloseTo(bonds(w.to) / bonds(w.from) - 1, 3)
    }
  })
})

describe('stress replay', () => {
  it('leaves cash what cash earns', () => {
    // 100 yuan at 0.6 %
    const exposure = { rows: [], cash: 10_000 }
    expect(
      replayed(exposure, {
        returns: { cash: 0.006, fixedIncome: 0, equity: -0.4329, multiAsset: 0, overseasCommodity: 0 },
      }),
    ).toBeCloseTo(60, 9)
  })

  it('of the account equals its looked-through classes times the window', () => {
    const report = diagnoseAccount(accountInput())
    const [window] = stressPack().windows
    if (window === undefined) throw new Error('no window')
    const expected = report.allocation.rows.reduce(
      (sum, row) => sum + (row.value.value ?? 0) * window.returns[row.assetClass],
      0,
    )
    // Class values are rounded to the fen.
    expect(Math.abs((report.risk.stress[0]?.now.value ?? 0) - expected)).toBeLessThan(5)
    expect(report.risk.worst[0]).toBe('2015-06')
  })
})
