import type { ReactNode } from 'react'
import type { AccountAllocation, AllocationRow } from '../../../src-main/model/report/account/allocation.ts'
import { useT } from '../../i18n/i18n.ts'
import { Fig } from '../../ui/fig.tsx'
import { useFormat } from '../../ui/format.ts'

const WIDTH = 92

/** Bar of what is, mark of the target, grey band of the tolerance; what must move is full accent. */
const TargetBar = ({ row, top }: { readonly row: AllocationRow; readonly top: number }): ReactNode => {
  const x = (share: number): number => (share / top) * WIDTH
  const move = row.state === 'above' || row.state === 'below'
  return (
    <svg width={WIDTH} height="24" aria-hidden="true">
      {row.target.value !== null && (
        <rect
          x={x(row.toleranceFrom)}
          y="4"
          width={Math.max(0, x(row.toleranceTo) - x(row.toleranceFrom))}
          height="16"
          fill="var(--band2)"
        />
      )}
      <rect y="8" width={Math.max(1, x(row.share.value ?? 0))} height="8" fill={move ? 'var(--accent)' : 'var(--c3)'} />
      {row.target.value !== null && <path d={`M${x(row.target.value)} 3v18`} stroke="var(--ink)" strokeWidth="1.5" />}
    </svg>
  )
}

export const AllocationTable = ({ allocation }: { readonly allocation: AccountAllocation }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const top = Math.max(0.4, ...allocation.rows.flatMap(r => [r.share.value ?? 0, r.target.value ?? 0, r.toleranceTo]))
  return (
    <section>
      <h2>
        {t('alloc.title')}
        <small>{allocation.targetOf ? t('alloc.target', { level: allocation.targetOf }) : t('alloc.noTarget')}</small>
        <small className="rt">
          {t('alloc.coverage')} <Fig figure={allocation.coverage} />
        </small>
      </h2>
      <table>
        <colgroup>
          <col style={{ width: 76 }} />
          <col style={{ width: 100 }} />
          <col style={{ width: 48 }} />
          <col style={{ width: 44 }} />
          <col style={{ width: 44 }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th>{t('alloc.class')}</th>
            <td aria-hidden="true" style={{ borderBottomColor: 'var(--line2)', height: 26 }} />
            <th className="r">{t('alloc.now')}</th>
            <th className="r">{t('alloc.targetShort')}</th>
            <th className="r">{t('alloc.drift')}</th>
            <th className="r">{t('alloc.move')}</th>
          </tr>
        </thead>
        <tbody>
          {allocation.rows.map(row => {
            const move = row.state === 'above' || row.state === 'below'
            return (
              <tr key={row.assetClass}>
                <td>{t(`assetClass.${row.assetClass}`)}</td>
                <td style={{ padding: '0 4px 0 8px' }}>
                  <TargetBar row={row} top={top} />
                </td>
                <td className="r m">
                  <Fig figure={row.share} />
                </td>
                <td className="r i2">
                  <Fig figure={row.target} text={f.share(row.target.value, 0)} />
                </td>
                <td className={move ? 'r warn s' : 'r i2'}>
                  <Fig figure={row.drift} text={f.points(row.drift.value, 1)} />
                </td>
                <td className={move ? 'r' : 'r i3'}>
                  <Fig figure={row.move} text={f.wanSigned(row.move.value, 1)} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="note">{t('alloc.note')}</p>
    </section>
  )
}
