import type { ReactNode } from 'react'
import type { Figure } from '../../../src-main/model/report/figure.ts'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { Fig } from '../../ui/fig.tsx'
import { useFormat } from '../../ui/format.ts'
import { ForceRadar } from './force-radar.tsx'
import { usePeriodName } from './period-name.ts'

/** Five abilities within the peer group: the shape, and the table that it is drawn from. */
export const FiveForces = ({ report }: { readonly report: FundReport }): ReactNode => {
  const { score } = report
  const t = useT()
  const say = useSay()
  const periodName = usePeriodName(report)
  // three years, one for a younger fund
  const period = report.performance.periods.find(
    p => (p.id === '3y' || p.id === '1y') && p.window?.from === score.window?.from,
  )
  const why = score.peers.reason === null ? undefined : report.reasons[score.peers.reason]
  const f = useFormat()
  const metric = ({ unit, value }: Figure): string | undefined =>
    value === null ? undefined : unit === 'return' ? f.ret(value, 1) : unit === 'ratio' ? f.share(value) : undefined
  return (
    <section className="fsec">
      <h2>
        {t('forces.title')}
        <small>
          {score.peers.value === null || !period
            ? why && say(why)
            : t('forces.how', {
                count: score.peers.value,
                n: f.int(score.peers.value),
                window: periodName(period.id),
              })}
        </small>
        <small className="rt">
          {t('forces.total')}{' '}
          <b style={{ fontSize: 15, color: 'var(--ink)' }}>
            <Fig figure={score.total} />
          </b>
        </small>
      </h2>
      <div className="five">
        <ForceRadar forces={score.forces} />
        <table>
          <colgroup>
            <col style={{ width: f.locale === 'en' ? 64 : 58 }} />
            <col />
            <col style={{ width: f.locale === 'en' ? 44 : 38 }} />
            <col style={{ width: 42 }} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('forces.force')}</th>
              <th className="r">{t('forces.metric')}</th>
              <th className="r">{t('forces.score')}</th>
              <th className="r">{t('forces.rank')}</th>
            </tr>
          </thead>
          <tbody>
            {score.forces.map(force => (
              <tr key={force.id}>
                <td>{t(`force.${force.id}`)}</td>
                <td className="r i2">
                  <Fig figure={force.metric} text={metric(force.metric)} />
                </td>
                <td className="r s">
                  <Fig figure={force.score} className="s" />
                </td>
                <td className="r i2">
                  <Fig figure={force.rank} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
