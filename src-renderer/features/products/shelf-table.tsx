import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { ProductName } from '../../ui/marks.tsx'
import { VerdictBar } from '../../ui/verdict-bar.tsx'
import type { ShelfRow } from '../../../src-main/contract/products.ts'

const bring = (line: HTMLElement | null): void => line?.scrollIntoView({ block: 'center' })

type ShelfTableProps = {
  readonly rows: readonly ShelfRow[]
  /** The product that another screen asked for: brought into view. */
  readonly asked: string | null
  readonly chosen: string | null
  readonly onChoose: (code: string) => void
}

/** One line a product: what it is, what it costs, and for how many clients of the book it is a match. */
export const ShelfTable = ({ rows, asked, chosen, onChoose }: ShelfTableProps): ReactNode => {
  const t = useT()
  const f = useFormat()
  return (
    <table className="list">
      <colgroup>
        <col />
        <col style={{ width: '9.3%' }} />
        <col style={{ width: '7.1%' }} />
        <col style={{ width: '9.3%' }} />
        <col style={{ width: '10.2%' }} />
        <col style={{ width: '6.3%' }} />
        <col style={{ width: '5.7%' }} />
        <col style={{ width: '7.5%' }} />
        <col style={{ width: '6.6%' }} />
        <col style={{ width: '7.1%' }} />
        <col style={{ width: '6.6%' }} />
      </colgroup>
      <thead>
        <tr>
          <th>{t('shelf.product')}</th>
          <th>{t('holdings.kind')}</th>
          <th>{t('shelf.grade')}</th>
          <th>{t('products.term')}</th>
          <th>{t('suit.variety')}</th>
          <th className="r">{t('products.fee')}</th>
          <th className="r">{t('products.score')}</th>
          <th>{t('products.sale')}</th>
          <th className="r">{t('verdict.match')}</th>
          <th className="r">{t('verdict.mismatch')}</th>
          <td aria-hidden="true" style={{ borderBottomColor: 'var(--line2)' }} />
        </tr>
      </thead>
      <tbody>
        {rows.map(p => (
          <tr
            key={p.code}
            id={`product-${p.code}`}
            ref={p.code === asked ? bring : null}
            className={p.code === chosen ? 'row sel' : 'row'}
            onClick={() => onChoose(p.code)}
          >
            <td>
              <ProductName name={p.name} code={p.code} />
            </td>
            <td className="i2" title={t(`productKind.${p.kind}`)}>
              {t(`productKind.${p.kind}`)}
            </td>
            <td className={p.riskGrade ? '' : 'i3'}>{p.riskGrade ?? t('common.missing')}</td>
            <td className="i2">{p.term ? t(`term.${p.term}`) : t('common.missing')}</td>
            <td className="i2" title={p.variety ? t(`variety.${p.variety}`) : undefined}>
              {p.variety ? t(`variety.${p.variety}`) : t('common.missing')}
            </td>
            <td className="r">{f.share(p.annualFee, 2)}</td>
            <td className="r" title={p.score === null ? t('products.noScore') : undefined}>
              {p.score === null ? '—' : f.int(Math.round(p.score))}
            </td>
            <td className={p.sale === 'open' ? 'i2' : 'warn'}>{t(`saleStatus.${p.sale}`)}</td>
            <td className="r s">{f.int(p.match)}</td>
            <td className="r i2">{f.int(p.mismatch)}</td>
            <td>
              <VerdictBar {...p} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
