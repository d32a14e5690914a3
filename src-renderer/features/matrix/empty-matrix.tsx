import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { MatrixView } from '../../../src-main/contract/matrix.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { MatrixKey } from './matrix-key.tsx'
import { cellDomId, styles, tiers } from './selection.ts'
import { StartPanel } from './start-panel.tsx'

/** No book yet: the real frame with the standards that are already known, and the three ways to a book. */
export const EmptyMatrix = ({ view }: { readonly view: MatrixView | null }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const api = useApi()
  const cells = useQueries({
    queries: tiers.flatMap(tier =>
      styles.map(style => ({
        queryKey: ['matrix', 'cell', tier, style],
        queryFn: () => api.matrix.cell({ tier, style }),
        enabled: view !== null,
      })),
    ),
  })
  return (
    <div className="page matrix">
      <PageHead title={t('screen.matrix')}>
        <span>{t('empty.book')}</span>
      </PageHead>
      <div className="tb">
        <span className="k">{t('empty.later')}</span>
      </div>
      <section className="mx" aria-label={t('empty.matrix')}>
        <div className="ch first">
          <b>{t('matrix.tier')}</b>
          <span>{t('matrix.tierBy')}</span>
        </div>
        {styles.map(style => (
          <div key={style} className="ch">
            <b>{t(`style.${style}`)}</b>
            <span className="i3">{t(`empty.${style}`)}</span>
          </div>
        ))}
        <div className="ch last">
          <b>{t('matrix.total')}</b>
          <span className="i3">—</span>
        </div>
        {tiers.map((tier, row) => {
          const known = view?.tiers.find(x => x.tier === tier)
          return [
            <div key={tier} className="rh">
              <i>{tier}</i>
              <b>{known ? say(known.name) : t(`tierName.${tier}`)}</b>
              {known && (
                <span>
                  {known.below === null
                    ? `≥ ${f.money(known.from)}`
                    : known.from === null
                      ? `< ${f.money(known.below)}`
                      : `${f.money(known.from)}–${f.money(known.below)}`}
                </span>
              )}
            </div>,
            ...styles.map((style, column) => {
              const cell = cells[row * styles.length + column]?.data
              return (
                <div key={style + String(tier)} id={cellDomId({ tier, style })} className="cell e">
                  <b>—</b>
                  {cell && (
                    <>
                      <span>{t('empty.every', { days: cell.service.cadenceDays, minutes: cell.service.minutes })}</span>
                      <span>{t('empty.shelf', { n: cell.shelf.length })}</span>
                    </>
                  )}
                </div>
              )
            }),
            <div key={`total-${String(tier)}`} className="tt e">
              <b>—</b>
            </div>,
          ]
        })}
        <MatrixKey marks={null} kind="empty" />
      </section>
      <StartPanel />
    </div>
  )
}
