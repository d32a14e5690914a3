import type { ReactNode } from 'react'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { FigureTable } from '../../ui/figure-table.tsx'
import { Sheet } from '../../ui/sheet.tsx'

export const FeesTab = ({ report }: { readonly report: FundReport }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { fees } = report
  const days = [...new Set(fees.classes.flatMap(c => c.hold.map(h => h.days)))].toSorted((a, b) => a - b)
  return (
    <Sheet label={t('fundTab.fees')} columns>
      <FigureTable
        title={t('fees.title')}
        widths={[120]}
        heads={[t('fees.kind'), t('fees.rate')]}
        rows={(['management', 'custody', 'sales', 'total'] as const).map(id => ({
          id,
          ...(id === 'total' ? { className: 'tot' } : {}),
          label: t(`fees.${id}`),
          cells: [{ figure: fees[id], text: f.share(fees[id].value, 2) }],
        }))}
      />
      <FigureTable
        title={t('fees.hold')}
        note={t('fees.example', { money: f.money(fees.example.value) })}
        heads={[t('fees.class'), t('fees.annual'), ...days.map(d => t('fees.days', { count: d, n: d }))]}
        rows={fees.classes.map(c => ({
          id: c.code,
          label: `${c.shareClass ?? ''} ${c.code}`.trim(),
          cells: [
            { figure: c.annual, text: f.share(c.annual.value, 2) },
            ...days.map(d => {
              const cost = c.hold.find(h => h.days === d)?.cost
              return cost ? { figure: cost, text: f.share(cost.value, 2) } : '—'
            }),
          ],
        }))}
      />
      <FigureTable
        title={t('fees.choice')}
        widths={[120]}
        heads={[t('riskTable.metric'), t('style2.value')]}
        rows={[{ id: 'breakEven', label: t('fees.breakEven'), cells: [{ figure: fees.breakEven }] }]}
      />
      {(['purchase', 'redemption'] as const).map(side => (
        <FigureTable
          key={side}
          title={t(`fees.${side}`)}
          note={t(`fees.${side}How`)}
          empty={t('fees.noSteps')}
          widths={[160, 120]}
          heads={[t('fees.class'), t('fees.from'), t('fees.stepRate')]}
          rows={fees.classes.flatMap(c =>
            c[side].map(step => ({
              id: `${c.code} ${step.from}`,
              label: `${c.shareClass ?? ''} ${c.code}`.trim(),
              cells: [
                side === 'purchase'
                  ? f.money(step.from * 100)
                  : t('fees.days', { count: step.from, n: f.int(step.from) }),
                f.share(step.rate, 2),
              ],
            })),
          )}
        />
      ))}
    </Sheet>
  )
}
