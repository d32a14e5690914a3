import type { ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { ReportComparison } from '../../../src-main/contract/deliveries.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat, type Format } from '../../ui/format.ts'
import { ProductName } from '../../ui/marks.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import './reports.css'

type FigureRow = ReportComparison['figures'][number]

const shown = (f: Format, { unit }: FigureRow, value: number | null): string =>
  f.figure({ id: '', value, unit, reason: null, card: null })

/** A change in the unit of the figure: percentages in points, money in 万. */
const changed = (f: Format, { unit, change }: FigureRow): string => {
  if (change === null) return '—'
  if (unit === 'fen') return f.wanSigned(change)
  if (unit === 'return' || unit === 'ratio') return f.points(change, 2)
  return f.signed(change, unit === 'number' ? 2 : 0)
}

const Figures = ({ data }: { readonly data: ReportComparison }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  return (
    <table className="list cmp">
      <colgroup>
        <col />
        <col style={{ width: 128 }} />
        <col style={{ width: 128 }} />
        <col style={{ width: 112 }} />
      </colgroup>
      <thead>
        <tr>
          <th>{t('reportCompare.figure')}</th>
          <th className="r">{f.date(data.before.dataDate)}</th>
          <th className="r">{f.date(data.after.dataDate)}</th>
          <th className="r">{t('reportCompare.change')}</th>
        </tr>
      </thead>
      <tbody>
        {data.figures.map(row => (
          <tr key={row.id} className="row">
            <td>
              {row.id.startsWith('class-')
                ? t('reportCompare.share', { name: t(`assetClass.${row.id.slice('class-'.length)}`) })
                : say(row.name)}
            </td>
            <td className="r i2">{shown(f, row, row.before)}</td>
            <td className="r">{shown(f, row, row.after)}</td>
            <td className={row.change === null || row.change === 0 ? 'r i3' : 'r s'}>{changed(f, row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Holdings = ({ data }: { readonly data: ReportComparison }): ReactNode => {
  const t = useT()
  const f = useFormat()
  return (
    <table className="list cmp">
      <colgroup>
        <col />
        <col style={{ width: 72 }} />
        <col style={{ width: 72 }} />
        <col style={{ width: 72 }} />
        <col style={{ width: 148 }} />
      </colgroup>
      <thead>
        <tr>
          <th>{t('shelf.product')}</th>
          <th className="r">{t('reportCompare.before')}</th>
          <th className="r">{t('reportCompare.after')}</th>
          <th className="r">{t('reportCompare.change')}</th>
          <th>{t('reportCompare.conclusion')}</th>
        </tr>
      </thead>
      <tbody>
        {data.holdings.map(row => {
          const [one, two] = [row.before?.conclusion ?? null, row.after?.conclusion ?? null]
          const word = (value: string | null): string => (value === null ? '—' : t(`conclusion.${value}`))
          return (
            <tr key={row.code} className="row">
              <td>
                <ProductName name={row.name} code={row.code} />
              </td>
              <td className="r i2">{f.share(row.before?.share ?? null)}</td>
              <td className="r">{f.share(row.after?.share ?? null)}</td>
              <td className={row.change === null || row.change === 0 ? 'r i3' : 'r s'}>{f.points(row.change, 1)}</td>
              <td className={one === two && row.kind === 'kept' ? 'i2' : 's'}>
                {row.kind === 'kept'
                  ? one === two
                    ? word(two)
                    : `${word(one)} → ${word(two)}`
                  : t(`reportCompare.${row.kind}`)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const Words = ({ data }: { readonly data: ReportComparison }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  return (
    <aside className="sp2 rep" aria-label={t('reportCompare.words')} tabIndex={0}>
      {[data.after, data.before].map(side => (
        <div key={side.id} className="sec">
          <h2>
            {f.dateTime(side.madeAt)}
            <small>
              {t(`edition.${side.edition}`)} · {side.id}
            </small>
          </h2>
          <p className="i3">{t('reportCompare.findings')}</p>
          <ol className="words">
            {side.findings.map(each => (
              <li key={each.zh}>{say(each)}</li>
            ))}
          </ol>
          <p className="i3">{t('reportCompare.actions')}</p>
          <ol className="words">
            {side.actions.map(each => (
              <li key={each.zh}>{say(each)}</li>
            ))}
          </ol>
          <p className="i3">
            {side.versions
              .map(each => `${t(`packName.${each.name}`, { defaultValue: each.name })} ${each.version}`)
              .join(' · ')}
          </p>
        </div>
      ))}
    </aside>
  )
}

const Compare = ({ a, b }: { readonly a: string; readonly b: string }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const { data, error, isFetching, refetch } = useAsk(['reports', 'compare', a, b], api =>
    api.deliveries.compare({ a, b }),
  )
  useKeys([{ keys: ['Esc'], label: t('common.back'), run: () => void go(-1) }])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  return (
    <div className="page compare-reports">
      <PageHead title={t('reportCompare.title')} busy={isFetching}>
        {data && (
          <span>
            <b>{data.after.subjectName}</b> {f.dateTime(data.before.madeAt)} → {f.dateTime(data.after.madeAt)}
          </span>
        )}
      </PageHead>
      <div className="one" role="region" aria-label={t('reportCompare.title')} tabIndex={0}>
        {data && (
          <>
            <Figures data={data} />
            <h2>{t('reportCompare.holdings')}</h2>
            <Holdings data={data} />
          </>
        )}
      </div>
      {data && <Words data={data} />}
    </div>
  )
}

export const ReportComparePage = (): ReactNode => {
  const { a, b } = useParams()
  const open = useIsOpen()
  if (!open || a === undefined || b === undefined) return <NoBook screen="reports" />
  return <Compare a={a} b={b} />
}
