import type { ReactNode } from 'react'
import type { CellView } from '../../../src-main/contract/matrix.ts'
import { useT } from '../../i18n/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProductName } from '../../ui/marks.tsx'
import { VerdictBar } from '../../ui/verdict-bar.tsx'

const FIRST = 7
const widths = { 'zh-CN': [32, 36, 44, 56], en: [42, 46, 66, 46] } as const

/** The cell's shelf, each product checked against every client of the cell. */
export const CellShelf = ({
  cell,
  all,
  onAll,
}: {
  readonly cell: CellView
  readonly all: boolean
  readonly onAll: () => void
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const rows = all ? cell.shelf : cell.shelf.slice(0, FIRST)
  return (
    <div className="sec" style={{ paddingBottom: 4 }}>
      <h2>
        {t('shelf.title')}
        <small>{t('shelf.fit', { count: cell.count, n: f.int(cell.count) })}</small>
        {cell.shelf.length > FIRST && (
          <span className="rt">
            <LinkButton quiet keyHint="S" onClick={onAll}>
              {all ? t('shelf.fewer') : t('shelf.all', { n: cell.shelf.length })}
            </LinkButton>
          </span>
        )}
      </h2>
      {cell.shelf.length === 0 ? (
        <p className="i2">{t('shelf.empty')}</p>
      ) : (
        <table className="sh">
          <colgroup>
            <col />
            {widths[f.locale].map((w, i) => (
              // The order of the columns is fixed.
              <col key={i} style={{ width: w }} />
            ))}
            <col style={{ width: 54 }} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('shelf.product')}</th>
              <th className="r">{t('shelf.grade')}</th>
              <th className="r">{t('verdict.match')}</th>
              <th className="r">{t('verdict.mismatch')}</th>
              <th className="r">{t('verdict.undeterminedShort')}</th>
              <td aria-hidden="true" style={{ borderBottomColor: 'var(--line2)' }} />
            </tr>
          </thead>
          <tbody>
            {rows.map(p => (
              <tr key={p.code}>
                <td>
                  <ProductName name={p.name} />
                </td>
                <td className={`r${p.riskGrade ? '' : ' i3'}`}>{p.riskGrade ?? t('shelf.noGrade')}</td>
                <td className={p.match > 0 ? 'r s' : 'r i3'}>{f.int(p.match)}</td>
                <td className={p.mismatch > 0 ? 'r warn s' : 'r i3'}>{f.int(p.mismatch)}</td>
                <td className={p.undetermined > 0 ? 'r' : 'r i3'}>{f.int(p.undetermined)}</td>
                <td>
                  <VerdictBar {...p} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
