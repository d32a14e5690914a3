import type { ReactNode } from 'react'
import type { AccountReport } from '../../../src-main/model/report/account-report.ts'
import type { AccountBehaviour } from '../../../src-main/model/report/account/behaviour.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { FigureTable } from '../../ui/figure-table.tsx'
import type { FigureRow } from '../../ui/figure-table.tsx'
import { useFormat } from '../../ui/format.ts'

type Key = Exclude<keyof AccountBehaviour, 'window' | 'sentences'>
const groups: Readonly<Record<'gap' | 'trades' | 'disposition' | 'costs', readonly Key[]>> = {
  gap: ['behaviourGap', 'productReturn', 'chasing'],
  trades: ['turnover', 'closedLots', 'winRate', 'payOff', 'holdingDaysWinners', 'holdingDaysLosers'],
  disposition: ['gainsRealised', 'lossesRealised', 'disposition'],
  costs: ['tradingCosts', 'productCosts', 'costRate', 'maintenanceRatio'],
}

/** B7: what the way of trading cost or brought, in figures and in plain words. */
export const BehaviourPart = ({ report }: { readonly report: AccountReport }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { behaviour } = report
  const printed = (id: Key, value: number): string | undefined => {
    switch (id) {
      case 'behaviourGap':
      case 'disposition':
        return t('common.points', { n: f.points(value) })
      case 'gainsRealised':
      case 'lossesRealised':
      case 'costRate':
        return f.share(value, 2)
      case 'turnover':
        return f.share(value)
      case 'maintenanceRatio':
        return f.share(value, 0)
      default:
        return undefined
    }
  }
  const rowOf = (id: Key): FigureRow[] => {
    const figure = behaviour[id]
    if (figure === null) return []
    // the disposition effect is a difference of shares, no gain or loss
    const signed = figure.unit === 'return' && id !== 'disposition'
    const text = figure.value === null ? undefined : printed(id, figure.value)
    return [{ id, label: t(`behaviour.${id}`), cells: [{ figure, signed, text }] }]
  }
  return (
    <>
      <section className="fsec wide">
        <h2>
          {t('behaviour.title')}
          {behaviour.window && <small>{`${behaviour.window.from} – ${behaviour.window.to}`}</small>}
        </h2>
        <div className="text">
          {behaviour.sentences.length === 0 && <p className="i2">{t('behaviour.nothing')}</p>}
          {behaviour.sentences.map(sentence => (
            <p key={sentence.zh}>{say(sentence)}</p>
          ))}
        </div>
      </section>
      {(['gap', 'trades', 'disposition', 'costs'] as const).map(group => (
        <FigureTable
          key={group}
          title={t(`behaviourGroup.${group}`)}
          note={t(`behaviourGroup.${group}How`)}
          widths={[140]}
          heads={[t('riskTable.metric'), t('style2.value')]}
          rows={groups[group].flatMap(rowOf)}
        />
      ))}
    </>
  )
}
