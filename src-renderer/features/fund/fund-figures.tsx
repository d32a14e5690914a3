import type { ReactNode } from 'react'
import type { FundRow } from '../../../src-main/contract/funds.ts'
import { useT } from '../../i18n/i18n.ts'
import { direction, useFormat } from '../../ui/format.ts'

/** The figures of the list, in full words. */
export const FundFigures = ({ fund }: { readonly fund: FundRow }): ReactNode => {
  const t = useT()
  const f = useFormat()
  return (
    <div className="one">
      <section className="sec">
        <h2>{t('fund.figures')}</h2>
        <dl className="pairs" style={{ gridTemplateColumns: '120px 1fr' }}>
          <dt>{t('funds.return1y')}</dt>
          <dd className={direction(fund.return1y)}>{f.ret(fund.return1y)}</dd>
          <dt>{t('funds.return3y')}</dt>
          <dd className={direction(fund.return3y)}>{f.ret(fund.return3y)}</dd>
          <dt>{t('funds.volatility3y')}</dt>
          <dd>{f.share(fund.volatility3y, 2)}</dd>
          <dt>{t('funds.drawdown3y')}</dt>
          <dd>{f.share(fund.maxDrawdown3y === null ? null : Math.abs(fund.maxDrawdown3y), 2)}</dd>
          <dt>{t('funds.sharpe3y')}</dt>
          <dd>{f.ratio(fund.sharpe3y)}</dd>
          <dt>{t('funds.score')}</dt>
          <dd>{fund.score === null ? '—' : f.int(Math.round(fund.score))}</dd>
          <dt>{t('funds.rank3y')}</dt>
          <dd>{fund.rank3y === null ? '—' : `${f.int(fund.rank3y)} / ${f.int(fund.peers3y)}`}</dd>
          <dt>{t('funds.peerGroup')}</dt>
          <dd>{fund.peerGroup}</dd>
        </dl>
      </section>
    </div>
  )
}
