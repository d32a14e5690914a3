import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { AccountReport } from '../../../src-main/model/report/account-report.ts'
import type { PlanSide } from '../../../src-main/model/report/account/change-plan.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { FigureTable } from '../../ui/figure-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProductName } from '../../ui/marks.tsx'
import { PlanMoves } from './plan-moves.tsx'
import { usePlanDrafts } from './use-plan-drafts.ts'

const sides = [
  'volatility',
  'maxDrawdown',
  'worstStress',
  'annualCost',
  'overlap',
  'mismatchShare',
  'weightedGrade',
  'misplaced',
] as const satisfies readonly (keyof PlanSide)[]

/** B9 and B10: from now to proposed, why and why not, and the products that pass the check. */
export const PlanPart = ({ report }: { readonly report: AccountReport }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const go = useNavigate()
  const { plan, products } = report
  const drafts = usePlanDrafts(report.who.clientId)
  const text = (figure: PlanSide['volatility']): string | undefined =>
    figure.value === null || figure.unit !== 'ratio' ? undefined : f.share(Math.abs(figure.value), 2)
  return (
    <>
      <PlanMoves plan={plan} drafts={drafts} />
      <FigureTable
        title={t('plan.sides')}
        widths={[110, 110]}
        heads={[t('riskTable.metric'), t('stress.now'), t('stress.after')]}
        rows={sides.map(id => ({
          id,
          label: t(`plan.${id}`),
          cells: [plan.before, plan.after].map(side => ({ figure: side[id], text: text(side[id]) })),
        }))}
      />
      <FigureTable
        title={t('plan.holdings')}
        empty={t('plan.unchanged')}
        widths={[92, 92, 92]}
        heads={[t('holdings.product'), t('plan.nowWan'), t('plan.proposedWan'), t('plan.changeWan')]}
        rows={plan.holdings
          .filter(h => h.change.value !== 0)
          .map(h => ({
            id: h.code,
            label: <ProductName name={h.name} code={h.code === 'cash' ? undefined : h.code} />,
            cells: [
              { figure: h.now, text: f.wan(h.now.value) },
              { figure: h.proposed, text: f.wan(h.proposed.value) },
              { figure: h.change, text: f.wanSigned(h.change.value) },
            ],
          }))}
      />
      <FigureTable
        wide
        title={t('plan.products')}
        note={t('plan.productsHow')}
        empty={t('plan.noProducts')}
        widths={[112, 64, 64, 80, 80, 96, 300, 72]}
        heads={[
          t('holdings.product'),
          { text: t('alloc.class'), left: true },
          { text: t('shelf.grade'), left: true },
          t('lines.score'),
          t('plan.fee'),
          t('plan.overlap'),
          t('plan.gap'),
          { text: t('plan.why'), left: true },
          { text: '', left: true },
        ]}
        rows={products.map(({ option, gap }) => ({
          id: option.code,
          label: <ProductName name={option.name} code={option.code} />,
          onOpen: () => void go(`/funds/${encodeURIComponent(option.code)}`),
          cells: [
            t(`assetClass.${option.assetClass}`),
            option.riskGrade ?? t('common.missing'),
            { figure: option.score },
            { figure: option.annualFee, text: f.share(option.annualFee.value, 2) },
            { figure: option.overlap },
            { figure: gap, text: f.wan(gap.value) },
            <span key="w" title={option.why.map(say).join(t('plan.and'))}>
              {option.why.map(say).join(t('plan.and'))}
            </span>,
            <Button key="d" low kind="text" onClick={() => drafts.one(option.code, null)}>
              {t('plan.draft')}
            </Button>,
          ],
        }))}
      />
    </>
  )
}
