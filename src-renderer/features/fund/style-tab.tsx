import type { ReactNode } from 'react'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { Fig } from '../../ui/fig.tsx'
import { useFormat } from '../../ui/format.ts'
import { StackedParts } from './stacked-parts.tsx'
import { Bar, FigureTable } from '../../ui/figure-table.tsx'
import { Sheet } from '../../ui/sheet.tsx'

export const StyleTab = ({ report }: { readonly report: FundReport }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { style } = report
  return (
    <Sheet label={t('fundTab.style')}>
      <section className="fsec">
        <h2>
          {t('style2.title')}
          <small>{style.window ? `${style.window.from} – ${style.window.to}` : t('attribution.short')}</small>
        </h2>
        <table className="pt">
          <colgroup>
            <col style={{ width: 140 }} />
            <col />
            <col style={{ width: 88 }} />
            <col style={{ width: 88 }} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('style2.index')}</th>
              <td aria-hidden="true" style={{ borderBottomColor: 'var(--line2)' }} />
              <th className="r">{t('style2.found')}</th>
              <th className="r">{t('style2.declared')}</th>
            </tr>
          </thead>
          <tbody>
            {style.rows.map(row => (
              <tr key={row.id}>
                <td>{say(row.name)}</td>
                <td>
                  <Bar part={row.weight.value} most={1} />
                </td>
                <td className="r m">
                  <Fig figure={row.weight} />
                </td>
                <td className="r i2">{f.share(row.declared)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <FigureTable
        title={t('style2.steady')}
        widths={[120]}
        heads={[t('riskTable.metric'), t('style2.value')]}
        rows={(['rSquared', 'drift', 'gap'] as const).map(id => ({
          id,
          label: t(`style2.${id}`),
          cells: [{ figure: style[id] }],
        }))}
      />
      <section className="fsec wide">
        <h2>
          {t('style2.rolling')}
          <small>
            {t('style2.rollingHow')} <Fig figure={style.drift} className="ask" printed={t('card.how')} />
          </small>
        </h2>
        {style.rolling.dates.length > 1 ? (
          <StackedParts
            label={t('style2.rolling')}
            rest={t('style2.rest')}
            dates={style.rolling.dates}
            lines={style.rolling.lines.map(line => {
              const row = style.rows.find(r => r.id === line.id)
              return { id: line.id, name: row ? say(row.name) : line.id, values: line.weights, figure: row?.weight }
            })}
          />
        ) : (
          <p className="i2">{t('attribution.short')}</p>
        )}
      </section>
    </Sheet>
  )
}
