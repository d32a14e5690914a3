import type { ReactNode } from 'react'
import type { FundRisk } from '../../../src-main/model/report/fund/risk.ts'
import { useT } from '../../i18n/i18n.ts'
import { Fig } from '../../ui/fig.tsx'
import { useFormat } from '../../ui/format.ts'

export const Drawdowns = ({ risk }: { readonly risk: FundRisk }): ReactNode => {
  const t = useT()
  const f = useFormat()
  return (
    <section className="fsec">
      <h2>{t('drawdowns.title')}</h2>
      {risk.drawdowns.length === 0 ? (
        <p className="i2">{t(risk.underwater.dates.length > 1 ? 'drawdowns.none' : 'shell.noNav')}</p>
      ) : (
        <table className="dd">
          <thead>
            <tr>
              <th>{t('drawdowns.depth')}</th>
              <th>{t('drawdowns.peak')}</th>
              <th>{t('drawdowns.trough')}</th>
              <th>{t('drawdowns.recovery')}</th>
              <th className="r">{t('drawdowns.days')}</th>
            </tr>
          </thead>
          <tbody>
            {risk.drawdowns.slice(0, 5).map(d => (
              <tr key={d.peak + d.trough}>
                <td className="m">
                  <Fig
                    figure={d.depth}
                    text={d.depth.value === null ? undefined : f.ret(-Math.abs(d.depth.value))}
                    className="down m"
                  />
                </td>
                <td className="i2">{d.peak}</td>
                <td className="i2">{d.trough}</td>
                <td
                  className="i2"
                  title={
                    d.recovery === null
                      ? undefined
                      : t('drawdowns.parts', { down: f.int(d.daysToTrough.value), up: f.int(d.daysToRecovery.value) })
                  }
                >
                  {d.recovery ?? t('drawdowns.open')}
                </td>
                <td className="r">
                  <Fig figure={d.days} text={f.int(d.days.value)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
