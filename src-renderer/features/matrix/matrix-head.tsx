import type { ReactNode } from 'react'
import type { MatrixView } from '../../../src-main/contract/matrix.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { sharesThatAdd } from '../../ui/add-up.ts'
import { useFormat } from '../../ui/format.ts'
import { styles } from './selection.ts'

export const MatrixHead = ({ view, partial }: { readonly view: MatrixView; readonly partial: boolean }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const columns = styles.map(style => {
    const cells = view.cells.filter(c => c.style === style)
    return {
      style,
      name: view.styles.find(s => s.style === style)?.name,
      count: cells.reduce((n, c) => n + c.count, 0),
      aum: cells.reduce((n, c) => n + c.aum, 0),
    }
  })
  const shares = sharesThatAdd(columns.map(c => c.aum))
  const count = (n: number): string => t(partial ? 'matrix.arrivedCount' : 'matrix.count', { n: f.int(n) })
  return (
    <div role="row" style={{ display: 'contents' }}>
      <div className="ch first" role="columnheader">
        <b>{t('matrix.tier')}</b>
        <span>{t('matrix.tierBy')}</span>
      </div>
      {columns.map((column, i) => (
        <div key={column.style} className="ch" role="columnheader">
          <b>{column.name ? say(column.name) : t(`style.${column.style}`)}</b>
          <span>{count(column.count)}</span>
          <span>{f.money(column.aum)}</span>
          {!partial && <span>{f.share(shares[i] ?? 0)}</span>}
        </div>
      ))}
      <div className="ch last" role="columnheader">
        <b>{t(partial ? 'matrix.arrived' : 'matrix.total')}</b>
        <span>{t('matrix.count', { n: f.int(view.clients) })}</span>
        <span>{f.money(view.aum)}</span>
      </div>
    </div>
  )
}
