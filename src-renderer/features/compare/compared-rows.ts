import { useMemo } from 'react'
import type { Figure } from '../../../src-main/model/report/figure.ts'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import type { Format } from '../../ui/format.ts'

export type ComparedRow = {
  readonly id: string
  readonly label: string
  readonly figure?: (report: FundReport) => Figure | undefined
  readonly text?: (report: FundReport) => string
  readonly print?: (figure: Figure, f: Format) => string
  readonly signed?: boolean
  readonly better?: 'highest' | 'lowest'
}
export type ComparedGroup = {
  readonly id: 'facts' | 'returns' | 'risk' | 'forces' | 'inside' | 'costs'
  readonly rows: readonly ComparedRow[]
}

const percent = (figure: Figure, f: Format): string => f.share(Math.abs(figure.value ?? 0), 2)
const periods = ['ytd', '1y', '3y', '5y', 'sinceManager'] as const
const risk = [
  ['annualVolatility', 'lowest'],
  ['maxDrawdown', 'lowest'],
  ['sharpe', 'highest'],
  ['sortino', 'highest'],
  ['calmar', 'highest'],
  ['beta', undefined],
  ['alpha', 'highest'],
  ['informationRatio', 'highest'],
  ['upCapture', 'highest'],
  ['downCapture', 'lowest'],
] as const
const forces = ['return', 'resilience', 'stability', 'selection', 'timing'] as const

/** What is compared, in groups; every figure is the fund's own and opens its card. */
export const useComparedRows = (): readonly ComparedGroup[] => {
  const t = useT()
  const f = useFormat()
  return useMemo(
    () => [
      {
        id: 'facts',
        rows: [
          { id: 'type', label: t('funds.type'), text: r => t(`fundType.${r.profile.type}`) },
          { id: 'peers', label: t('funds.peerGroup'), text: r => f.word(r.profile.peerGroup) },
          { id: 'grade', label: t('shelf.grade'), text: r => r.profile.riskGrade ?? t('common.missing') },
          { id: 'inception', label: t('funds.inception'), text: r => r.profile.inceptionOn },
          {
            id: 'size',
            label: t('comparing.size'),
            figure: r => r.profile.size,
            print: (figure, format) => format.large(figure.value),
          },
          {
            id: 'manager',
            label: t('funds.manager'),
            text: r => r.profile.managers.map(m => `${m.name} ${m.since}`).join(t('common.comma')) || '—',
          },
        ],
      },
      {
        id: 'returns',
        rows: [
          ...periods.map((id): ComparedRow => ({
            id,
            label: t(`period.${id}`),
            figure: r => r.performance.periods.find(p => p.id === id)?.fund,
            signed: true,
            better: 'highest',
          })),
          ...(['1y', '3y'] as const).map((id): ComparedRow => ({
            id: `excess${id}`,
            label: t('comparing.excess', { window: t(`period.${id}`) }),
            figure: r => r.performance.periods.find(p => p.id === id)?.excess,
            signed: true,
            better: 'highest',
          })),
          {
            id: 'rank',
            label: t('comparing.rank', { window: t('period.3y') }),
            text: r => {
              const own = r.performance.periods.find(p => p.id === '3y')
              return own?.rank.value == null ? '—' : `${f.int(own.rank.value)} / ${f.int(own.peers.value)}`
            },
          },
        ],
      },
      {
        id: 'risk',
        rows: risk.map(([id, better]): ComparedRow => ({
          id,
          label: t(`comparedMetric.${id}`),
          figure: r => r.risk.columns.find(c => c.id === '3y')?.figures[id],
          ...(better === undefined ? {} : { better }),
          print: (figure, format) => (figure.unit === 'ratio' ? percent(figure, format) : format.figure(figure)),
        })),
      },
      {
        id: 'forces',
        rows: [
          { id: 'score', label: t('funds.score'), figure: r => r.score.total, better: 'highest' },
          ...forces.map((id): ComparedRow => ({
            id,
            label: t(`force.${id}`),
            figure: r => r.score.forces.find(force => force.id === id)?.score,
            better: 'highest',
          })),
        ],
      },
      {
        id: 'inside',
        rows: [
          { id: 'topTen', label: t('fundHoldings.topTenShare'), figure: r => r.holdings.topTenShare, print: percent },
          { id: 'turnover', label: t('fundHoldings.turnover'), figure: r => r.holdings.turnover, print: percent },
          { id: 'drift', label: t('style2.drift'), figure: r => r.style.drift, better: 'lowest', print: percent },
          {
            id: 'institutional',
            label: t('fundHoldings.institutional'),
            figure: r => r.holdings.institutional,
            print: percent,
          },
        ],
      },
      {
        id: 'costs',
        rows: [
          { id: 'annual', label: t('fees.annual'), figure: r => r.fees.total, better: 'lowest', print: percent },
          {
            id: 'year',
            label: t('comparing.yearCost'),
            figure: r => r.fees.classes.find(c => c.code === r.profile.code)?.hold.find(h => h.days === 365)?.cost,
            better: 'lowest',
            print: percent,
          },
        ],
      },
    ],
    [t, f],
  )
}
