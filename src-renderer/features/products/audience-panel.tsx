import { Fragment, useState } from 'react'
import type { ReactNode } from 'react'
import type { ShelfRow } from '../../../src-main/contract/products.ts'
import { canMature } from '../../../src-main/model/can-mature.ts'
import type { ProductEvent } from '../../../src-main/model/product-event.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useFormat } from '../../ui/format.ts'
import { AffectedPart } from './affected-part.tsx'
import { ClientLink } from './client-link.tsx'

const FIRST = 40
const views = ['audience', 'gradeRaised', 'managerChanged', 'halted', 'maturity'] as const
type View = (typeof views)[number]

const above = (grade: ShelfRow['riskGrade']): NonNullable<ShelfRow['riskGrade']> =>
  grade === 'R1' ? 'R2' : grade === 'R2' ? 'R3' : grade === 'R3' ? 'R4' : 'R5'

const eventOf = (view: Exclude<View, 'audience'>, product: ShelfRow): ProductEvent =>
  view === 'gradeRaised' ? { kind: view, to: above(product.riskGrade) } : { kind: view }

const Audience = ({ product }: { readonly product: ShelfRow }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { data } = useAsk(['products', 'audience', product.code], api => api.products.audience({ code: product.code }))
  if (data?.code !== product.code) return null
  return (
    <div className="sec">
      <h2>
        {t('products.fits', { count: data.counts.match, n: f.int(data.counts.match) })}
        {data.offShelf > 0 && (
          <small>{t('products.offShelf', { count: data.offShelf, n: f.int(data.offShelf) })}</small>
        )}
      </h2>
      <p className="i2">
        {data.whyNot
          .map(each => t('products.whyNot', { why: t(`code.${each.code}`), n: f.int(each.count) }))
          .join(t('common.semicolon'))}
      </p>
      <div className="lines">
        {data.clients.slice(0, FIRST).map(c => (
          <Fragment key={c.clientId}>
            <ClientLink id={c.clientId} name={c.name} />
            <span className="i2">
              {c.tier && c.style ? `${c.tier} ${t(`style.${c.style}`)} ` : ''}
              {say(c.comparison)}
              {c.waitingCapacity === null ? '' : ` ${t('waiting.mark', { level: c.waitingCapacity })}`}
              {c.held > 0 ? ` ${t('products.holds', { money: f.money(c.held) })}` : ''}
            </span>
            <span className="r">{t('products.cashOf', { money: f.money(c.cash) })}</span>
          </Fragment>
        ))}
      </div>
      {data.clients.length === 0 && <p className="i2">{t('products.nobody')}</p>}
    </div>
  )
}

/** One product: its facts, whom it fits and why not the rest, and who is touched when something happens to it. */
export const AudiencePanel = ({ product, first }: { readonly product: ShelfRow; readonly first: View }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const [view, setView] = useState<View>(first)
  return (
    <aside aria-label={product.name} tabIndex={0}>
      <div className="sec">
        <h2 className="h2l" title={product.name}>
          {product.name}
        </h2>
        <dl className="kv">
          <dt>{t('shelf.grade')}</dt>
          <dd>
            {product.riskGrade ?? t('common.missing')} {product.gradedBy} {f.date(product.gradedOn)}
            {product.highRisk ? ` · ${t('products.highRisk')}` : ''}
          </dd>
          <dt>{t('suit.term')}</dt>
          <dd>
            {product.term ? t(`term.${product.term}`) : t('common.missing')} ·{' '}
            {product.variety ? t(`variety.${product.variety}`) : t('common.missing')}
          </dd>
          <dt>{t('products.fee')}</dt>
          <dd>{f.share(product.annualFee, 2)}</dd>
          <dt>{t('products.minimum')}</dt>
          <dd>{f.money(product.minimum)}</dd>
          <dt>{t('products.redemption')}</dt>
          <dd>{product.redemptionDays === null ? '—' : t('clients.days', { n: product.redemptionDays })}</dd>
          <dt>{t('products.access')}</dt>
          <dd>{product.access ?? t('products.noAccess')}</dd>
          <dt>{t('products.held')}</dt>
          <dd>
            {t('products.heldBy', {
              count: product.holders,
              n: f.int(product.holders),
              money: f.money(product.heldValue),
            })}
          </dd>
        </dl>
      </div>
      <div className="tb">
        <Choice
          label={t('products.event')}
          value={view}
          onChange={setView}
          options={views
            .filter(each => each !== 'maturity' || canMature(product))
            .map(each => ({ value: each, label: t(`products.view.${each}`) }))}
        />
      </div>
      {view === 'audience' ? (
        <Audience product={product} />
      ) : (
        <AffectedPart key={view} product={product} event={eventOf(view, product)} />
      )}
    </aside>
  )
}
