import type { ReactNode } from 'react'
import { articleName } from '../../../src-main/model/format/article-name.ts'
import { AssetClass } from '../../../src-main/model/levels.ts'
import type { AccountReport } from '../../../src-main/model/report/account-report.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { Fig } from '../../ui/fig.tsx'
import { FigureTable } from '../../ui/figure-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProductName, Verdict } from '../../ui/marks.tsx'
import { comparisonOf } from './comparison.ts'
import { VerdictSummary } from './verdict-summary.tsx'

/** B6: every holding against the client's level, and the whole against the limits of the level. */
export const SuitabilityPart = ({ report }: { readonly report: AccountReport }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { suitability: s } = report
  const nameOf = (cap: (typeof s.caps)[number]): string =>
    cap.kind === 'singleProduct'
      ? (s.holdings.find(h => h.code === cap.name)?.name ?? cap.name)
      : cap.kind === 'singleClass' && cap.name !== ''
        ? t(`assetClass.${AssetClass.parse(cap.name)}`)
        : ''
  return (
    <>
      <section className="fsec">
        <VerdictSummary report={report} />
        <p className="text i2">{say(s.sentence)}</p>
        <p className="i2">
          {t('accountFit.shareAbove')} <Fig figure={s.shareAbove} />
        </p>
        <p className="i3">{t('accountFit.pack', { pack: s.pack })}</p>
      </section>
      <FigureTable
        title={t('accountFit.caps')}
        empty={t('accountFit.noCaps')}
        widths={[72, 72, 88]}
        heads={[t('accountFit.cap'), t('accountFit.limit'), t('accountFit.now'), t('accountFit.state')]}
        rows={s.caps.map(cap => ({
          id: cap.kind + cap.name,
          label: `${t(`accountFit.${cap.kind}`)} ${nameOf(cap)}`,
          cells: [
            { figure: cap.limit },
            { figure: cap.share },
            <span key="s" className={cap.state === 'over' ? 'warn s' : ''}>
              {t(`accountFit.${cap.state}`)}
            </span>,
          ],
        }))}
      />
      <FigureTable
        wide
        title={t('accountFit.holdings')}
        note={t('lines.count', { count: s.holdings.length })}
        empty={t('holdings.none')}
        widths={[64, 108, 80, 180, 220, 110]}
        heads={[
          t('holdings.product'),
          { text: t('shelf.grade'), left: true },
          t('holdings.value'),
          t('holdings.share'),
          { text: t('holdings.verdict'), left: true },
          { text: t('accountFit.rules'), left: true },
          t('accountFit.alarm'),
        ]}
        rows={s.holdings.map(h => ({
          id: h.code,
          label: <ProductName name={h.name} code={h.code} />,
          cells: [
            h.riskGrade ?? t('common.missing'),
            { figure: h.value, text: f.wan(h.value.value) },
            { figure: h.share, text: h.share.value === null ? undefined : f.ratio(h.share.value * 100, 1) },
            <Verdict
              key="v"
              verdict={h.line.verdict}
              comparison={comparisonOf(h.line, h.riskGrade, s.riskCapacity, t)}
            />,
            h.line.rules.map(rule => articleName(rule.article, f.locale)).join(t('common.listComma')) || '—',
            h.alarm ? { figure: h.alarm, text: f.ret(-Math.abs(h.alarm.value ?? 0)), className: 'warn' } : '—',
          ],
        }))}
      />
    </>
  )
}
