import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useT } from '../../i18n/i18n.ts'
import { useTokens } from '../../ui/chart-theme.ts'
import { anchorAt } from '../../ui/definition-card.tsx'
import { EChart } from '../../ui/echart.tsx'
import type { Picked } from '../../ui/echart.tsx'
import { Fig, useAskFigure } from '../../ui/fig.tsx'
import { FigureTable } from '../../ui/figure-table.tsx'
import type { FigureCell } from '../../ui/figure-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProductName } from '../../ui/marks.tsx'
import { sizeOption } from './size-option.ts'
import { Sheet } from '../../ui/sheet.tsx'

/** What the fund is: master data, its size by quarter, dividends and splits, and its share classes. */
export const ProfileTab = ({ report }: { readonly report: FundReport }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const { profile } = report
  const facts: readonly (readonly [string, FigureCell | ReactNode])[] = [
    ['code', profile.code],
    ['type', t(`fundType.${profile.type}`)],
    ['peerGroup', f.word(profile.peerGroup)],
    ['company', profile.company || '—'],
    ['inception', profile.inceptionOn],
    ['grade', profile.riskGrade ? `${profile.riskGrade} ${t(`grade.${profile.riskGrade}`)}` : t('fund.noGrade')],
    ['status', t(`saleStatus.${profile.status}`)],
    ['limit', profile.purchaseLimit === null ? t('profile.noLimit') : f.moneyFull(profile.purchaseLimit)],
    [
      'redemption',
      profile.redemptionDays === null
        ? '—'
        : t('fees.days', { count: profile.redemptionDays, n: profile.redemptionDays }),
    ],
    ['nav', { figure: profile.nav, text: profile.nav.value === null ? undefined : f.ratio(profile.nav.value, 4) }],
    ['navDate', profile.navDate === null ? '—' : lagText(profile.navDate, profile.lagDays, t)],
  ]
  return (
    <Sheet label={t('fundTab.profile')} columns>
      <FigureTable
        title={t('profile.title')}
        widths={['rest']}
        heads={[t('profile.what'), { text: t('profile.value'), left: true }]}
        rows={facts.map(([id, cell]) => ({ id, label: t(`profile.${id}`), cells: [cell] }))}
      />
      <Sizes profile={profile} />
      <FigureTable
        title={t('profile.dividends')}
        note={t('profile.dividendsHow')}
        empty={t('profile.noDividends')}
        widths={[160]}
        heads={[t('profile.date'), t('profile.perUnit')]}
        rows={profile.dividends.map(d => ({
          id: d.date,
          label: d.date,
          cells: [{ figure: d.perUnit, text: f.ratio(d.perUnit.value, 4) }],
        }))}
      />
      <FigureTable
        title={t('profile.splits')}
        note={t('profile.splitsHow')}
        empty={t('profile.noSplits')}
        widths={[160]}
        heads={[t('profile.date'), t('profile.ratio')]}
        rows={profile.splits.map(s => ({
          id: s.date,
          label: s.date,
          cells: [{ figure: s.ratio, text: f.ratio(s.ratio.value, 8).replace(/0+$/, '').replace(/\.$/, '') }],
        }))}
      />
      <FigureTable
        title={t('profile.ratings')}
        note={t('profile.ratingsHow')}
        empty={t('profile.noRatings')}
        widths={[100, 110, 80, 80]}
        heads={[
          t('profile.agency'),
          { text: t('profile.ratedYears'), left: true },
          { text: t('profile.date'), left: true },
          t('profile.stars'),
          t('profile.starsBefore'),
        ]}
        rows={profile.ratings.map(r => ({
          id: `${r.agency} ${r.years}`,
          label: r.agency,
          cells: [
            r.years === null ? '—' : t('profile.years', { n: r.years }),
            r.date,
            { figure: r.stars, text: f.ratio(r.stars.value, 0) },
            { figure: r.before, text: f.ratio(r.before.value, 0) },
          ],
        }))}
      />
      <FigureTable
        title={t('profile.benchmark')}
        empty={t('fund.noBenchmark')}
        widths={[110, 90]}
        heads={[t('profile.index'), { text: t('funds.code'), left: true }, t('profile.weight')]}
        rows={profile.benchmark.map(p => ({
          id: p.index,
          label: p.name,
          cells: [p.index, f.share(p.weight)],
        }))}
      />
      <FigureTable
        title={t('profile.classes')}
        widths={[110, 110]}
        heads={[
          t('funds.name'),
          { text: t('profile.inception'), left: true },
          { text: t('profile.status'), left: true },
        ]}
        rows={profile.classes.map(c => ({
          id: c.code,
          label: <ProductName name={c.name} code={c.code} />,
          cells: [c.inceptionOn, t(`saleStatus.${c.status}`)],
          onOpen: () => void go(`/funds/${encodeURIComponent(c.code)}`),
        }))}
      />
    </Sheet>
  )
}

const lagText = (date: string, lag: number | null, t: ReturnType<typeof useT>): string =>
  lag !== null && lag > 0 ? t('profile.late', { date, n: lag }) : date

const Sizes = ({ profile }: { readonly profile: FundReport['profile'] }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const tokens = useTokens()
  const ask = useAskFigure()
  const option = useMemo(() => sizeOption(profile.sizes, tokens, f), [profile.sizes, tokens, f])
  const pick = ({ dataIndex, x, y }: Picked): void => {
    const size = profile.sizes[dataIndex]?.size
    if (size) ask(size, f.figure(size), anchorAt(x, y))
  }
  return (
    <section className="fsec">
      <h2>
        {t('profile.sizes')}
        <small>
          {t('profile.sizesHow')} <Fig figure={profile.size} />
        </small>
      </h2>
      {profile.sizes.length > 0 ? (
        <EChart option={option} height={260} label={t('profile.sizes')} onPick={pick} />
      ) : (
        <p className="i2">{t('profile.noSizes')}</p>
      )}
    </section>
  )
}
