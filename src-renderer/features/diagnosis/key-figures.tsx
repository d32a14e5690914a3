import type { ReactNode } from 'react'
import type { AccountReport } from '../../../src-main/model/report/account-report.ts'
import { useT } from '../../i18n/i18n.ts'
import { Fig } from '../../ui/fig.tsx'
import { useFormat } from '../../ui/format.ts'

export const KeyFigures = ({ report }: { readonly report: AccountReport }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const k = report.keyFigures
  const highest = report.suitability.highestGrade
  const above = (k.shareAbove.value ?? 0) > 0
  const drawdown = k.maxDrawdownThreeYears
  const grade = k.weightedGrade
  const whole = k.longPeriod === 'sinceStart'
  return (
    <dl className="ks">
      <div>
        <dt>{t('diag.assets')}</dt>
        <dd>
          <Fig figure={k.totalAssets} />
        </dd>
      </div>
      <div>
        <dt>{t('diag.twr1y')}</dt>
        <dd>
          <Fig figure={k.twrOneYear} signed />
        </dd>
      </div>
      <div>
        <dt>{t(whole ? 'diag.twrAll' : 'diag.twr3y')}</dt>
        <dd>
          <Fig figure={k.twrThreeYears} signed />
        </dd>
      </div>
      <div>
        <dt>{t(whole ? 'diag.xirrAll' : 'diag.xirr3y')}</dt>
        <dd>
          <Fig figure={k.xirrThreeYears} signed />
          {k.behaviourGap.value !== null && (
            <small>
              <Fig figure={k.behaviourGap} printed={t('diag.behaviourGap', { n: f.points(k.behaviourGap.value, 2) })} />
            </small>
          )}
        </dd>
      </div>
      <div>
        <dt>{t(whole ? 'diag.drawdownAll' : 'diag.drawdown3y')}</dt>
        <dd>
          <Fig
            figure={drawdown}
            text={drawdown.value === null ? undefined : f.ret(-Math.abs(drawdown.value))}
            className={drawdown.value ? 'down' : ''}
          />
        </dd>
      </div>
      <div>
        <dt>{t('diag.volatility')}</dt>
        <dd>
          <Fig figure={k.volatilityToday} text={f.share(k.volatilityToday.value)} />
        </dd>
      </div>
      <div>
        <dt>{t('diag.diversification')}</dt>
        <dd>
          <Fig figure={k.diversificationRatio} />
          <small>
            {k.effectiveHoldings.value !== null && (
              <Fig
                figure={k.effectiveHoldings}
                printed={t('diag.effective', { n: f.ratio(k.effectiveHoldings.value, 1) })}
              />
            )}
          </small>
        </dd>
      </div>
      <div>
        <dt>{t('diag.grade')}</dt>
        <dd>
          <Fig figure={grade} text={grade.value === null ? undefined : `R${f.ratio(grade.value, 1)}`} />
          {highest && <small className={above ? 'warn s' : ''}>{t('diag.highest', { grade: highest })}</small>}
        </dd>
      </div>
    </dl>
  )
}
