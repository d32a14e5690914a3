import type { Fund } from '../../../model/fund.ts'
import type { ClassCost, FundFees } from '../../../model/report/fund/fees.ts'
import { yearlyFees } from '../../portfolio/fund-fees.ts'
import { breakEvenDays, holdingCost } from '../holding-cost.ts'
import type { Reason } from './figure-kit.ts'
import type { FundContext } from './fund-context.ts'

export function feesSection(context: FundContext): FundFees {
  const { figure, input } = context
  const { fees } = input.fund
  const { exampleAmount } = input.conclusions.thresholds
  const amount = exampleAmount / 100
  const classes = input.classes.toSorted((a, b) => ((a.shareClass ?? '') < (b.shareClass ?? '') ? -1 : 1))
  const a = classes.find(c => c.shareClass === 'A')
  const c = classes.find(x => x.shareClass === 'C')
  const pair = a !== undefined && c !== undefined
  const snapshot = { frequency: 'snapshot' } as const
  return {
    management: figure('fees.management', 'managementFee', 'ratio', stated(fees, fees.management), snapshot),
    custody: figure('fees.custody', 'custodyFee', 'ratio', stated(fees, fees.custody), snapshot),
    sales: figure('fees.sales', 'salesFee', 'ratio', stated(fees, fees.sales), snapshot),
    total: figure('fees.total', 'annualFee', 'ratio', stated(fees, yearlyFees(fees)), snapshot),
    example: figure('fees.example', 'exampleAmount', 'fen', exampleAmount, snapshot),
    classes: classes.map(x => classCost(context, x, amount)),
    breakEven: figure(
      'fees.breakEven',
      'breakEven',
      'days',
      pair ? (breakEvenDays(a.fees, c.fees, amount) ?? 'noBreakEven') : 'oneClass',
      { ...snapshot, inputs: [{ name: 'amount', value: amount }] },
    ),
  }
}

/** No fund runs for nothing: where every fee is 0 and no step is stated, none is known. */
function stated(fees: Fund['fees'], value: number | null): number | Reason {
  return value === null || yearlyFees(fees) === null ? 'noFees' : value
}

function classCost(context: FundContext, fund: Fund, amount: number): ClassCost {
  const { figure, input } = context
  const { fees } = fund
  const id = `fees.${fund.code}`
  return {
    code: fund.code,
    shareClass: fund.shareClass,
    annual: figure(`${id}.annual`, 'annualFee', 'ratio', stated(fees, yearlyFees(fees)), {
      frequency: 'snapshot',
    }),
    purchase: fees.purchase,
    redemption: fees.redemption,
    hold: input.conclusions.thresholds.holdDays.map(days => ({
      days,
      cost: figure(`${id}.hold${days}`, 'holdingCost', 'ratio', stated(fees, holdingCost(fees, amount, days)), {
        frequency: 'snapshot',
        inputs: [
          { name: 'amount', value: amount },
          { name: 'days', value: days },
        ],
      }),
    })),
  }
}
