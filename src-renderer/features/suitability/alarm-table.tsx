import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProductName } from '../../ui/marks.tsx'
import { Slow } from '../../ui/slow.tsx'

/** Products whose drawdown is beyond what their grade stands for, the furthest first. */
export const AlarmTable = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { data, error, isFetching, refetch } = useAsk(['suitability', 'alarms'], api => api.suitability.alarms({}))
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Slow under />
  // by grade, what clients hold first
  const groups = Object.entries(Object.groupBy(data, each => each.riskGrade))
    .map(([grade, alarms = []]) => [grade, alarms.toSorted((a, b) => b.value - a.value)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const held = data.filter(each => each.holders > 0).length
  return (
    <div className="one" role="region" aria-label={t('suitability.tab.alarms')} tabIndex={0}>
      {isFetching && <Slow under />}
      <div className="sums">
        <span>{t('alarm.line', { count: data.length, n: f.int(data.length), held: f.int(held) })}</span>
        <span className="i3">{t('alarm.what')}</span>
      </div>
      {data.length === 0 ? (
        <p className="empty">{t('alarm.none')}</p>
      ) : (
        <table className="list">
          <colgroup>
            <col />
            <col style={{ width: '6%' }} />
            <col style={{ width: '10%' }} />
            <col style={{ width: '8%' }} />
            <col style={{ width: '9%' }} />
            <col style={{ width: '14%' }} />
            <col style={{ width: '8%' }} />
            <col style={{ width: '10%' }} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('shelf.product')}</th>
              <th>{t('shelf.grade')}</th>
              <th className="r">{t('alarm.drawdown')}</th>
              <th className="r">{t('alarm.limit')}</th>
              <th>{t('alarm.looksLike')}</th>
              <th>{t('alarm.graded')}</th>
              <th className="r">{t('alarm.holders')}</th>
              <th className="r">{t('alarm.value')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(([grade, alarms]) => [
              <tr key={grade} className="group">
                <th colSpan={8} scope="colgroup">
                  {t('alarm.group', {
                    grade,
                    n: f.int(alarms.length),
                    held: f.int(alarms.filter(each => each.holders > 0).length),
                    limit: f.share(alarms[0]?.limit ?? null, 0),
                  })}
                </th>
              </tr>,
              ...alarms.map(each => (
                <tr key={each.code} className="row">
                  <td>
                    {each.isFund ? (
                      <Link to={`/funds/${encodeURIComponent(each.code)}`}>
                        <ProductName name={each.name} code={each.code} />
                      </Link>
                    ) : (
                      <ProductName name={each.name} code={each.code} />
                    )}
                  </td>
                  <td>{each.riskGrade}</td>
                  <td className="r s warn">{f.share(each.maxDrawdown, 2)}</td>
                  <td className="r i2">{f.share(each.limit, 0)}</td>
                  <td className="i2">{each.looksLike ?? t('alarm.beyond')}</td>
                  <td className="i3">
                    {each.gradedBy ?? '—'} {each.gradedOn === null ? '' : f.date(each.gradedOn)}
                  </td>
                  <td className="r">
                    <Link
                      className="link"
                      title={t('alarm.toHolders', { name: each.name })}
                      to={`/products?code=${encodeURIComponent(each.code)}`}
                    >
                      {f.int(each.holders)}
                    </Link>
                  </td>
                  <td className="r">{f.wan(each.value)}</td>
                </tr>
              )),
            ])}
          </tbody>
        </table>
      )}
    </div>
  )
}
