import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Figure } from '../../../src-main/model/report/figure.ts'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useT } from '../../i18n/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Fig } from '../../ui/fig.tsx'
import { useFormat } from '../../ui/format.ts'
import { useComparedRows } from './compared-rows.ts'
import type { ComparedRow } from './compared-rows.ts'

/** The best of a row, where one end of its scale is better and at least two are known; equals share it. */
const bestOf = (row: ComparedRow, figures: readonly (Figure | undefined)[]): number | null => {
  const known = figures.flatMap(figure => (figure?.value == null ? [] : [figure.value]))
  if (row.better === undefined || known.length < 2) return null
  return row.better === 'highest' ? Math.max(...known) : Math.min(...known)
}

/** Every figure of the funds in one table, a fund a column; the best of a row is set in bold. */
export const ComparedFigures = ({
  reports,
  onRemove,
}: {
  readonly reports: readonly FundReport[]
  readonly onRemove: (code: string) => void
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const groups = useComparedRows()
  const cellOf = (row: ComparedRow, report: FundReport, best: number | null): ReactNode => {
    if (row.figure === undefined) return row.text?.(report) ?? '—'
    const figure = row.figure(report)
    if (figure === undefined) return '—'
    const text = figure.value === null ? undefined : (row.print?.(figure, f) ?? undefined)
    const first = figure.value !== null && figure.value === best
    return <Fig figure={figure} text={text} signed={row.signed} className={first ? 's' : ''} />
  }
  return (
    <section className="fsec wide">
      <h2>
        {t('comparing.figures')}
        <small>{t('comparing.best')}</small>
      </h2>
      <table className="pt compared">
        <colgroup>
          <col style={{ width: 148 }} />
          {reports.map(report => (
            <col key={report.profile.code} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th>{t('riskTable.metric')}</th>
            {reports.map((report, i) => (
              <th key={report.profile.code} className="r" title={report.profile.name}>
                {i + 1}{' '}
                <Link className="link" to={`/funds/${encodeURIComponent(report.profile.code)}`}>
                  {report.profile.name}
                </Link>
                <br />
                {report.profile.code}{' '}
                <LinkButton quiet onClick={() => onRemove(report.profile.code)}>
                  {t('screener.remove')}
                </LinkButton>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(group => (
            <Fragment key={group.id}>
              <tr className="grp">
                <th colSpan={reports.length + 1} scope="rowgroup">
                  {t(`comparedGroup.${group.id}`)}
                </th>
              </tr>
              {group.rows.map(row => {
                const best = bestOf(
                  row,
                  reports.map(report => row.figure?.(report)),
                )
                return (
                  <tr key={row.id}>
                    <td>{row.label}</td>
                    {reports.map(report => (
                      <td key={report.profile.code} className="r">
                        {cellOf(row, report, best)}
                      </td>
                    ))}
                  </tr>
                )
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}
