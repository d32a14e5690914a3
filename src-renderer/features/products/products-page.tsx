import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { CellView } from '../../../src-main/contract/matrix.ts'
import { useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProductName } from '../../ui/marks.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { VerdictBar } from '../../ui/verdict-bar.tsx'
import '../client/client.css'
import { selectedCell, styles, tiers } from '../matrix/selection.ts'

/** The shelf of each cell: what may be offered there, and for how many of its clients it is a match. */
const Products = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const id = selectedCell.use()
  const [at, setAt] = useState(0)
  const { data, error, isFetching, refetch } = useAsk<CellView>(['matrix', 'cell', id.tier, id.style], api =>
    api.matrix.cell(id),
  )
  const shelf = useMemo(() => data?.shelf ?? [], [data])
  useKeys([
    {
      keys: ['J', 'K'],
      label: t('clients.keyWalk'),
      run: key => setAt(i => Math.max(0, Math.min(shelf.length - 1, i + (key === 'J' ? 1 : -1)))),
    },
  ])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  return (
    <div className="page" style={{ gridTemplateRows: '48px 36px minmax(0, 1fr)' }}>
      <PageHead title={t('screen.products')} busy={isFetching}>
        <span>{t('products.line', { n: shelf.length, clients: f.int(data?.count ?? 0) })}</span>
      </PageHead>
      <div className="tb">
        <span className="k">{t('matrix.tier')}</span>
        <Choice
          label={t('matrix.tier')}
          value={String(id.tier)}
          onChange={value => selectedCell.set({ ...id, tier: tiers.find(x => String(x) === value) ?? id.tier })}
          options={tiers.map(x => ({ value: String(x), label: t(`tierName.${x}`) }))}
        />
        <span className="k">{t('matrix.style')}</span>
        <Choice
          label={t('matrix.style')}
          value={id.style}
          onChange={style => selectedCell.set({ ...id, style })}
          options={styles.map(x => ({ value: x, label: t(`style.${x}`) }))}
        />
      </div>
      {data && shelf.length === 0 ? (
        <p className="empty">{t('shelf.empty')}</p>
      ) : (
        <div className="one">
          <table className="list">
            <colgroup>
              <col />
              <col style={{ width: 90 }} />
              <col style={{ width: 110 }} />
              <col style={{ width: 110 }} />
              <col style={{ width: 120 }} />
              <col style={{ width: 90 }} />
            </colgroup>
            <thead>
              <tr>
                <th>{t('shelf.product')}</th>
                <th>{t('shelf.grade')}</th>
                <th className="r">{t('verdict.match')}</th>
                <th className="r">{t('verdict.mismatch')}</th>
                <th className="r">{t('verdict.undetermined')}</th>
                <td aria-hidden="true" style={{ borderBottomColor: 'var(--line2)' }} />
              </tr>
            </thead>
            <tbody>
              {shelf.map((p, i) => (
                <tr key={p.code} className={i === at ? 'row sel' : 'row'} onClick={() => setAt(i)}>
                  <td>
                    <ProductName name={p.name} code={p.code} />
                  </td>
                  <td className={p.riskGrade ? '' : 'i3'}>{p.riskGrade ?? t('common.missing')}</td>
                  <td className="r s">{f.int(p.match)}</td>
                  <td className={p.mismatch > 0 ? 'r warn s' : 'r i3'}>{f.int(p.mismatch)}</td>
                  <td className={p.undetermined > 0 ? 'r' : 'r i3'}>{f.int(p.undetermined)}</td>
                  <td>
                    <VerdictBar {...p} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

export const ProductsPage = (): ReactNode => (useIsOpen() ? <Products /> : <NoBook screen="products" />)
