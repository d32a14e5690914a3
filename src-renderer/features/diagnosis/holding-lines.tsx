import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { AccountReport } from '../../../src-main/model/report/account-report.ts'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useFormat } from '../../ui/format.ts'
import { HoldingLineRow } from './holding-line-row.tsx'

/** Widths after the product, which takes what is left; English words are longer. */
const widths = { 'zh-CN': [68, 70, 98, 98, 86, 72, 48, 138, 68], en: [88, 70, 94, 94, 90, 72, 46, 184, 102] } as const

/** One line a holding, by value; cash last, totals under a rule. */
export const HoldingLines = ({ report }: { readonly report: AccountReport }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const [at, setAt] = useState(0)
  const rows = report.holdings
  const held = rows.filter(r => r.kind !== 'cash').length
  const sum = (pick: (r: (typeof rows)[number]) => number | null): number =>
    rows.reduce((n, r) => n + (pick(r) ?? 0), 0)
  const profit = sum(r => r.openProfit.value)
  const topShare = Math.max(0.01, ...rows.map(r => r.share.value ?? 0), ...rows.map(r => r.riskContribution.value ?? 0))
  const open = (index: number): void => {
    const row = rows[index]
    if (row && row.kind !== 'cash') void go(`/funds/${encodeURIComponent(row.code)}`)
  }
  useKeys([
    {
      keys: ['J', 'K'],
      label: t('client.keyHoldings'),
      run: key => setAt(i => Math.max(0, Math.min(rows.length - 1, i + (key === 'J' ? 1 : -1)))),
    },
    { keys: ['Enter'], label: t('client.keyFund'), run: () => open(at) },
  ])
  const risk = sum(r => r.riskContribution.value)
  return (
    <section className="hs" aria-label={t('lines.title')} tabIndex={0}>
      <h2>
        {t('lines.title')}
        <small>{t('lines.count', { count: held })}</small>
        <small className="rt">{t('lines.risk')}</small>
      </h2>
      <table>
        <colgroup>
          <col />
          {widths[f.locale].map((w, i) => (
            // The order of the columns is fixed.
            <col key={i} className={i === 0 ? 'kind' : ''} style={{ width: w }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th>{t('holdings.product')}</th>
            <th>{t('holdings.kind')}</th>
            <th className="r">{t('holdings.value')}</th>
            <th className="r">{t('holdings.share')}</th>
            <th className="r">{t('lines.contribution')}</th>
            <th className="r">{t('holdings.openProfit')}</th>
            <th className="r">{t('lines.oneYear')}</th>
            <th className="r">{t('lines.score')}</th>
            <th>{t('holdings.verdict')}</th>
            <th>{t('lines.conclusion')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <HoldingLineRow
              key={row.code + String(i)}
              row={row}
              top={topShare}
              capacity={report.who.riskCapacity}
              selected={i === at}
              onSelect={() => setAt(i)}
              onOpen={() => open(i)}
            />
          ))}
          <tr className="tot">
            <td>{t('common.total')}</td>
            <td className="kind" />
            <td className="r">{f.wan(sum(r => r.value.value))}</td>
            <td className="r">{f.ratio(sum(r => r.share.value) * 100, 1)}</td>
            <td className="r">{risk === 0 ? '—' : f.ratio(risk * 100, 1)}</td>
            <td className={`r ${profit > 0 ? 'up' : profit < 0 ? 'down' : ''}`}>{f.wanSigned(profit)}</td>
            <td colSpan={4} />
          </tr>
        </tbody>
      </table>
    </section>
  )
}
