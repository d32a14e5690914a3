import { diagnoseAccount } from '../../src-main/domain/diagnosis/account/diagnose-account.ts'
import { accountInput } from '../helpers/account-input.ts'
import { runBench, secondsOf, type BenchResult } from './bench-result.ts'

/** Part B of a client with 20 funds and three years of trades, warm; the reference adds up every price and trade once. */
export const diagnoseClient = (): Promise<BenchResult> => {
  const input = accountInput({ funds: 20, shelf: 60, buys: 36 })
  const onePass = (): number => {
    let sum = 0
    for (const series of input.adjusted.values()) for (const value of series.values) sum += value
    for (const trade of input.trades) sum += trade.amount
    return sum
  }
  return runBench({
    name: 'diagnose-client',
    unit: 'ms',
    runs: 15,
    toUnit: seconds => seconds * 1000,
    ours: () => secondsOf(() => diagnoseAccount(input)),
    reference: () => secondsOf(onePass),
  })
}
