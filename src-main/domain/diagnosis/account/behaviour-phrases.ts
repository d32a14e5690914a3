import type { AccountBehaviour } from '../../../model/report/account/behaviour.ts'
import { points, rate, ratio, share, signedReturn, whole, type Phrases } from './phrases.ts'
import type { Measures } from './rules.ts'

type Figures = Omit<AccountBehaviour, 'window' | 'sentences'>

/** Numbers and words for the sentences on behaviour. */
export function phrasesOfBehaviour(figures: Figures): { readonly measures: Measures; readonly phrases: Phrases } {
  const winnersDays = figures.holdingDaysWinners.value
  const losersDays = figures.holdingDaysLosers.value
  return {
    measures: {
      behaviourGap: figures.behaviourGap.value,
      turnover: figures.turnover.value,
      closedLots: figures.closedLots.value,
      winRate: figures.winRate.value,
      payOff: figures.payOff.value,
      disposition: figures.disposition.value,
      chasing: figures.chasing.value,
      costRate: figures.costRate.value,
      maintenance: figures.maintenanceRatio?.value ?? null,
      loserDaysOver: winnersDays === null || losersDays === null ? null : losersDays - winnersDays,
    },
    phrases: {
      behaviourGap: points(figures.behaviourGap.value),
      productReturn: signedReturn(figures.productReturn.value),
      turnover: ratio(figures.turnover.value),
      closedLots: whole(figures.closedLots.value),
      winRate: share(figures.winRate.value),
      payOff: ratio(figures.payOff.value),
      winnersDays: whole(winnersDays),
      losersDays: whole(losersDays),
      gainsRealised: share(figures.gainsRealised.value),
      lossesRealised: share(figures.lossesRealised.value),
      chasing: share(figures.chasing.value),
      costRate: rate(figures.costRate.value),
      maintenance: share(figures.maintenanceRatio?.value ?? null),
    },
  }
}
