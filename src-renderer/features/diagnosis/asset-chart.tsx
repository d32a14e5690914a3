import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { AccountPerformance } from '../../../src-main/model/report/account/performance.ts'
import { useT } from '../../i18n/i18n.ts'
import { EChart } from '../../ui/echart.tsx'
import { Fig } from '../../ui/fig.tsx'
import { useFormat } from '../../ui/format.ts'
import { useTokens } from '../../ui/chart-theme.ts'
import { assetOption } from './asset-option.ts'

/** Total assets over net invested, with every flow as a triangle under the curve. */
export const AssetChart = ({ performance }: { readonly performance: AccountPerformance }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const tokens = useTokens()
  const option = useMemo(
    () => assetOption(performance, tokens, f, { assets: t('diag.assets'), invested: t('diag.invested') }),
    [performance, tokens, f, t],
  )
  return (
    <section>
      <h2>
        {t('diag.assetsAndFlows')}
        <small>{performance.window ? t('diag.since', { date: performance.window.from }) : ''}</small>
        <small className="rt">
          {t('diag.gain')}{' '}
          <Fig figure={performance.gain} text={f.wanSigned(performance.gain.value)} signed className="m" />{' '}
          {t('diag.gainIs')} <Fig figure={performance.netInvested} text={f.wan(performance.netInvested.value)} />
        </small>
      </h2>
      {performance.assets.length > 1 ? (
        <EChart option={option} height={200} label={t('diag.assetsAndFlows')} />
      ) : (
        <p className="i2">{t('diag.noHistory')}</p>
      )}
    </section>
  )
}
