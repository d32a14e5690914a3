import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useTokens } from '../../ui/chart-theme.ts'
import { EChart } from '../../ui/echart.tsx'
import { Fig } from '../../ui/fig.tsx'
import { useFormat } from '../../ui/format.ts'
import { lineOption } from '../../ui/line-option.ts'

/** Where the trailing year stood among the peers at each quarter end, and its Sharpe ratio day by day. */
export const OverTime = ({ report }: { readonly report: FundReport }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const tokens = useTokens()
  const { standing } = report.performance
  const { rollingSharpe } = report.risk
  const { reason } = report.performance.latestStanding
  const why = reason === null ? undefined : report.reasons[reason]
  const rank = useMemo(
    () =>
      lineOption(
        tokens,
        f,
        [
          {
            name: t('overTime.percentile'),
            dates: standing.map(s => s.date),
            values: standing.map(s => s.percentile),
            colour: tokens.accent,
            bold: true,
          },
        ],
        { print: n => f.share(n, 0), inverse: true, min: 0, max: 1, base: 0.5 },
      ),
    [tokens, f, t, standing],
  )
  const sharpe = useMemo(
    () =>
      lineOption(
        tokens,
        f,
        [
          {
            name: t('overTime.sharpe'),
            dates: rollingSharpe.dates,
            values: rollingSharpe.values,
            colour: tokens.accent,
            bold: true,
          },
        ],
        { print: n => f.ratio(n, 1), base: 0 },
      ),
    [tokens, f, t, rollingSharpe],
  )
  return (
    <>
      <h2>
        {t('overTime.rank')}
        <small>
          {t('overTime.rankHow')}{' '}
          <Fig figure={report.performance.latestStanding} className="ask" printed={t('card.how')} />
        </small>
      </h2>
      {standing.length > 1 ? (
        <EChart option={rank} height={132} label={t('overTime.rank')} />
      ) : (
        <p className="i2">{why ? say(why) : t('overTime.tooShort')}</p>
      )}
      <h2>
        {t('overTime.rollingSharpe')}
        <small>
          {t('overTime.rollingHow')} <Fig figure={rollingSharpe.latest} className="ask" printed={t('card.how')} />
        </small>
      </h2>
      {rollingSharpe.values.some(v => v !== null) ? (
        <EChart option={sharpe} height={132} label={t('overTime.rollingSharpe')} />
      ) : (
        <p className="i2">{t('overTime.tooShort')}</p>
      )}
    </>
  )
}
