import type { RankedShelfView } from '../../../src-main/contract/suggestions.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'

type Factor = RankedShelfView['ranked'][number]['reasons'][number]

/** A factor of the ranking with the figure behind it; the same words whether it speaks for or against. */
export const useFactorWords = (): ((factor: Factor) => string) => {
  const t = useT()
  const f = useFormat()
  return ({ factor, value }) => {
    if (value === null) return t(`factor.${factor}`)
    switch (factor) {
      case 'gap':
        return t(value >= 0 ? 'factorSaid.short' : 'factorSaid.over', { points: f.ratio(Math.abs(value) * 100, 1) })
      case 'overlap':
        return t('factorSaid.overlap', { share: f.share(value, 0) })
      case 'cost':
        return t('factorSaid.cost', { share: f.share(value, 2) })
      case 'quality':
        return t('factorSaid.quality', { n: f.int(Math.round(value)) })
      case 'term':
        return t(`factorSaid.term.${value}`)
      case 'liquidity':
        return t('factorSaid.liquidity', { n: f.int(value) })
    }
  }
}
