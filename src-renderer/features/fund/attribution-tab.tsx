import type { ReactNode } from 'react'
import type { Figure } from '../../../src-main/model/report/figure.ts'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { Fig } from '../../ui/fig.tsx'
import { FigureTable } from '../../ui/figure-table.tsx'
import { Sheet } from '../../ui/sheet.tsx'

export const AttributionTab = ({ report }: { readonly report: FundReport }): ReactNode => {
  const t = useT()
  const say = useSay()
  const missing = (figure: Figure): string => {
    const reason = figure.reason === null ? undefined : report.reasons[figure.reason]
    return reason ? say(reason) : ''
  }
  const a = report.attribution
  const model = (
    id: 'treynorMazuy' | 'henrikssonMerton',
  ): { id: string; label: string; cells: { figure: typeof a.coverage; text?: string; signed?: boolean }[] } => ({
    id,
    label: t(`attribution.${id}`),
    cells: [
      { figure: a[id].alpha, signed: true },
      { figure: a[id].beta },
      { figure: a[id].gamma },
      { figure: a[id].gammaT },
    ],
  })
  const campisi = ['income', 'treasury', 'spread', 'selection', 'total'] as const
  return (
    <Sheet label={t('fundTab.attribution')} columns>
      <FigureTable
        title={t('attribution.regression')}
        note={a.window ? `${a.window.from} – ${a.window.to}` : t('attribution.short')}
        heads={[
          t('attribution.model'),
          t('attribution.alpha'),
          t('attribution.beta'),
          t('attribution.gamma'),
          t('attribution.gammaT'),
        ]}
        rows={[model('treynorMazuy'), model('henrikssonMerton')]}
      />
      <FigureTable
        title={t('attribution.brinson')}
        note={
          <>
            {t('attribution.coverage')} <Fig figure={a.coverage} />
            {t('common.comma')}
            {t(`attribution.preferred.${a.preferred}`)}
            {a.brinson.window && (
              <>
                {t('common.comma')}
                {`${a.brinson.window.from} – ${a.brinson.window.to}`}
                {t('common.comma')}
                <Fig figure={a.brinson.periods} /> {t('attribution.periods')}
              </>
            )}
          </>
        }
        heads={[
          t('alloc.class'),
          t('attribution.allocation'),
          t('attribution.selection'),
          t('attribution.interaction'),
          t('attribution.active'),
        ]}
        rows={[
          ...a.brinson.rows.map(r => ({
            id: r.class,
            label: t(`assetClass.${r.class}`),
            cells: [
              { figure: r.allocation, signed: true },
              { figure: r.selection, signed: true },
              { figure: r.interaction, signed: true },
              '',
            ],
          })),
          {
            id: 'total',
            className: 'tot',
            label: t('common.total'),
            cells: [
              { figure: a.brinson.allocation, signed: true },
              { figure: a.brinson.selection, signed: true },
              { figure: a.brinson.interaction, signed: true },
              { figure: a.brinson.active, signed: true },
            ],
          },
        ]}
      />
      <FigureTable
        title={t('attribution.campisi')}
        note={a.campisi.window ? `${a.campisi.window.from} – ${a.campisi.window.to}` : undefined}
        widths={[120]}
        heads={[t('attribution.part'), t('attribution.effect')]}
        empty={missing(a.campisi.total)}
        rows={(a.campisi.total.value === null ? [] : campisi).map(id => ({
          id,
          ...(id === 'total' ? { className: 'tot' } : {}),
          label: t(`campisi.${id}`),
          cells: [{ figure: a.campisi[id], signed: true }],
        }))}
      />
    </Sheet>
  )
}
