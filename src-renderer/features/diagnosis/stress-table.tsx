import { useState } from 'react'
import type { ReactNode } from 'react'
import type { AccountRisk } from '../../../src-main/model/report/account/risk.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Fig } from '../../ui/fig.tsx'
import { useFormat } from '../../ui/format.ts'

const FIRST = 3
const BAR = 48

/** Historical windows replayed with today's weights, worst first: now, and after the actions. */
export const StressTable = ({ risk }: { readonly risk: AccountRisk }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const [all, setAll] = useState(false)
  const worst = risk.worst.flatMap(id => risk.stress.find(s => s.id === id) ?? [])
  const rows = [...worst, ...risk.stress.filter(s => !risk.worst.includes(s.id))]
  const shown = all ? rows : rows.slice(0, FIRST)
  const top = Math.max(1, ...rows.map(r => Math.abs(r.now.value ?? 0)))
  // a small account in hundredths of the unit
  const digits = top < 10 * f.unit ? 2 : 1
  const bar = (value: number | null): number => (Math.abs(value ?? 0) / top) * BAR
  useKeys([{ keys: ['P'], label: t('stress.key'), run: () => setAll(!all), quiet: true }])
  if (rows.length === 0) return null
  return (
    <div className="sec">
      <h2>
        {t('stress.title')}
        <small>{t('stress.unit')}</small>
        {rows.length > FIRST && (
          <span className="rt">
            <LinkButton quiet keyHint="P" onClick={() => setAll(!all)}>
              {all ? t('shelf.fewer') : t('stress.all', { n: rows.length })}
            </LinkButton>
          </span>
        )}
      </h2>
      <table className="st">
        <colgroup>
          <col />
          <col style={{ width: BAR + 8 }} />
          <col style={{ width: 62 }} />
          <col style={{ width: 62 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('stress.window')}</th>
            <td aria-hidden="true" style={{ borderBottom: '1px solid var(--line)' }} />
            <th className="r">{t('stress.now')}</th>
            <th className="r">{t('stress.after')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(row => (
            <tr key={row.id}>
              <td className="i2" title={row.window ? `${row.window.from} – ${row.window.to}` : undefined}>
                {say(row.name)}
              </td>
              <td>
                <svg width={BAR} height="12" aria-hidden="true">
                  <rect width={bar(row.now.value)} height="4" y="1" fill="var(--ink3)" />
                  <rect width={bar(row.after.value)} height="4" y="6" fill="var(--accent)" />
                </svg>
              </td>
              <td className="r">
                <Fig figure={row.now} text={f.wanSigned(row.now.value, digits)} signed />
              </td>
              <td className="r">
                <Fig figure={row.after} text={f.wanSigned(row.after.value, digits)} signed />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
