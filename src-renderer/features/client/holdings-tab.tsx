import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { direction, useFormat } from '../../ui/format.ts'
import { ProductName, Verdict } from '../../ui/marks.tsx'

/** Widths after the product, which takes what is left. */
const widths = [96, 112, 80, 80, 88, 104, 84, 96, 220]

/** What the client holds, by value, each with the comparison that decides its verdict. */
export const HoldingsTab = ({ client }: { readonly client: ClientView }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const go = useNavigate()
  const [at, setAt] = useState(0)
  const rows = client.holdings
  const profit = rows.reduce((n, r) => n + (r.profit ?? 0), 0)
  const value = rows.reduce((n, r) => n + r.value, 0)
  const openFund = (index: number): void => {
    const row = rows[index]
    if (row) void go(`/funds/${encodeURIComponent(row.code)}`)
  }
  useKeys([
    {
      keys: ['J', 'K'],
      label: t('client.keyHoldings'),
      run: key => setAt(i => Math.max(0, Math.min(rows.length - 1, i + (key === 'J' ? 1 : -1)))),
    },
    { keys: ['Enter'], label: t('client.keyFund'), run: () => openFund(at) },
  ])
  if (rows.length === 0)
    return (
      <div className="empty">
        <h2>{t('holdings.none')}</h2>
        <p>{t('holdings.noneWhy')}</p>
      </div>
    )
  return (
    <div className="one" role="region" aria-label={t('clientTab.holdings')} tabIndex={0}>
      <h2>
        {t('clientTab.holdings')}
        <small>{t('holdings.count', { count: rows.length })}</small>
        <small className="rt">{t('holdings.pricedOn', { date: f.date(client.dataDate) })}</small>
      </h2>
      <table className="list">
        <colgroup>
          <col />
          {widths.map((w, i) => (
            // The order of the columns is fixed.
            <col key={i} style={{ width: w }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th>{t('holdings.product')}</th>
            <th>{t('holdings.kind')}</th>
            <th className="r">{t('holdings.units')}</th>
            <th className="r">{t('holdings.cost')}</th>
            <th className="r">{t('holdings.price')}</th>
            <th>{t('holdings.priceDate')}</th>
            <th className="r">{t('holdings.value')}</th>
            <th className="r">{t('holdings.share')}</th>
            <th className="r">{t('holdings.openProfit')}</th>
            <th>{t('holdings.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr
              key={row.code + String(i)}
              className={i === at ? 'row sel' : 'row'}
              aria-selected={i === at}
              onClick={() => setAt(i)}
              onDoubleClick={() => openFund(i)}
            >
              <td>
                <ProductName name={row.name} code={row.code} />
              </td>
              <td className="i2">{t(`productKind.${row.kind}`, { defaultValue: row.kind })}</td>
              <td className="r">{f.ratio(row.units, 2)}</td>
              <td className="r i2">{f.ratio(row.cost, 4)}</td>
              <td className="r i2">{f.ratio(row.price, 4)}</td>
              <td className="i2">{f.day(row.priceDate, client.dataDate)}</td>
              <td className="r m">{f.wan(row.value)}</td>
              <td className="r">{f.ratio(row.share * 100, 1)}</td>
              <td className={`r ${direction(row.profit)}`}>{f.wanSigned(row.profit)}</td>
              <td>
                <Verdict verdict={row.verdict} comparison={say(row.comparison)} />
              </td>
            </tr>
          ))}
          <tr className="tot">
            <td>{t('common.total')}</td>
            <td colSpan={5} />
            <td className="r">{f.wan(value)}</td>
            <td className="r">{f.ratio(rows.reduce((n, r) => n + r.share, 0) * 100, 1)}</td>
            <td className={`r ${direction(profit)}`}>{f.wanSigned(profit)}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  )
}
