import { useDeferredValue, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
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
import { AudiencePanel } from './audience-panel.tsx'
import './products.css'

/** Lines of the first frame, more than any window shows; the others follow in the next. */
const FIRST = 60

const bring = (line: HTMLElement | null): void => line?.scrollIntoView({ block: 'center' })

/**
 * The shelf with grades, terms, varieties, fees and access, and for how many clients of the book each is a match. A
 * product that another screen asked for stands here too, on the shelf or not.
 */
const Products = ({ asked }: { readonly asked: string | null }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const id = selectedCell.use()
  const [whole, setWhole] = useState(asked !== null)
  const [text, setText] = useState('')
  const [code, setCode] = useState<string | null>(asked)
  const { data, error, isFetching, refetch } = useAsk(['products', 'shelf'], api => api.products.shelf({}))
  const outside = useAsk(
    ['products', 'row', asked],
    api => api.products.row({ code: asked ?? '' }),
    asked !== null && data !== undefined && data.every(row => row.code !== asked),
  )
  const rows = useMemo(() => {
    const cell = `${id.tier}-${id.style}`
    const wanted = text.trim().toLowerCase()
    const all = outside.data ? [outside.data, ...(data ?? [])] : (data ?? [])
    return all.filter(row => (whole || row.cells.includes(cell)) && row.search.includes(wanted))
  }, [data, outside.data, id, whole, text])
  // one that was only asked for is no part of the shelf that the head counts
  const onShelf = rows.filter(row => row !== outside.data).length
  const shown = useDeferredValue(rows, rows.slice(0, FIRST))
  const at = Math.max(
    0,
    rows.findIndex(row => row.code === code),
  )
  const chosen = outside.isLoading ? undefined : rows[at]
  const select = (index: number): void => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (!next) return
    setCode(next.code)
    document.getElementById(`product-${next.code}`)?.scrollIntoView({ block: 'nearest' })
  }
  useKeys([
    { keys: ['J', 'K'], label: t('clients.keyWalk'), run: key => select(at + (key === 'J' ? 1 : -1)) },
    { keys: ['W'], label: t('products.whole'), run: () => setWhole(!whole) },
  ])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (outside.error) return <Failure error={outside.error} retry={() => void outside.refetch()} />
  return (
    <div className="page shelf-page">
      <PageHead title={t('screen.products')} busy={isFetching}>
        {data && <span>{t('products.line', { n: onShelf, all: f.int(data.length) })}</span>}
      </PageHead>
      <div className="tb">
        <Choice
          label={t('products.scope')}
          value={whole ? 'all' : 'cell'}
          onChange={value => setWhole(value === 'all')}
          options={[
            { value: 'cell', label: t('products.ofCell') },
            { value: 'all', label: t('products.whole') },
          ]}
        />
        {!whole && (
          <>
            <Choice
              label={t('matrix.tier')}
              value={String(id.tier)}
              onChange={value => selectedCell.set({ ...id, tier: tiers.find(x => String(x) === value) ?? id.tier })}
              options={tiers.map(x => ({ value: String(x), label: t(`tierName.${x}`) }))}
            />
            <Choice
              label={t('matrix.style')}
              value={id.style}
              onChange={style => selectedCell.set({ ...id, style })}
              options={styles.map(x => ({ value: x, label: t(`style.${x}`) }))}
            />
          </>
        )}
        <input
          className="inp"
          style={{ marginLeft: 'auto', width: 200 }}
          aria-label={t('funds.search')}
          placeholder={t('funds.search')}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      </div>
      {data && rows.length === 0 ? (
        <p className="empty">{t('shelf.empty')}</p>
      ) : (
        <div className="one" role="region" aria-label={t('screen.products')} tabIndex={0}>
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
              {shown.map(p => (
                <tr
                  key={p.code}
                  id={`product-${p.code}`}
                  ref={p.code === asked ? bring : null}
                  className={p.code === chosen?.code ? 'row sel' : 'row'}
                  onClick={() => setCode(p.code)}
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
        </div>
      )}
      {chosen && (
        <AudiencePanel key={chosen.code} product={chosen} first={chosen.code === asked ? 'gradeRaised' : 'audience'} />
      )}
    </div>
  )
}

export const ProductsPage = (): ReactNode => {
  const [params] = useSearchParams()
  const asked = params.get('code')
  return useIsOpen() ? <Products key={asked} asked={asked} /> : <NoBook screen="products" />
}
