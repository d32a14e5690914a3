import type { Figure } from '../../../model/report/figure.ts'
import type { CardFacts } from './figure-kit.ts'
import type { FundContext } from './fund-context.ts'

/** Return of the benchmark over a window, and the fund's own return minus it; both missing where it does not reach back. */
export function againstBenchmark(
  { figure, benchmarkName }: FundContext,
  id: string,
  own: number,
  theirs: number,
  facts: CardFacts,
): { readonly benchmark: Figure; readonly excess: Figure } {
  const relative: CardFacts = { ...facts, benchmark: benchmarkName }
  const none = Number.isNaN(theirs)
  return {
    benchmark: figure(`${id}.benchmark`, 'benchmarkReturn', 'return', none ? 'noBenchmark' : theirs, relative),
    excess: figure(`${id}.excess`, 'excessReturn', 'return', none ? 'noBenchmark' : own - theirs, {
      ...relative,
      inputs: [
        { name: 'fund', value: own },
        { name: 'benchmark', value: none ? null : theirs },
      ],
    }),
  }
}
