import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { AccountReport } from '../../../src-main/model/report/account-report.ts'
import { useT } from '../../i18n/i18n.ts'
import { Fig } from '../../ui/fig.tsx'
import { useFormat } from '../../ui/format.ts'
import { Verdict } from '../../ui/marks.tsx'

/** The whole account against the client's level: by count, money and share. */
export const VerdictSummary = ({ report }: { readonly report: AccountReport }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { suitability } = report
  // an account of cash alone holds nothing that could match
  const judged = suitability.groups.some(g => g.verdict !== 'notApplicable' && g.count > 0)
  const groups = suitability.groups.filter(g => g.count > 0 || (g.value.value ?? 0) > 0)
  return (
    <div className="sec">
      <h2>
        {t('diag.suitability')}
        <small>{t('diag.wholeAccount')}</small>
        <span className="rt">
          {judged ? (
            <Verdict verdict={suitability.verdict} />
          ) : (
            <span className="i3">{t('verdict.notApplicable')}</span>
          )}
        </span>
      </h2>
      <div className="vb" aria-hidden="true">
        {groups.map(g => (
          <i key={g.verdict} className={g.verdict} style={{ flex: Math.max(0.001, g.share.value ?? 0) }} />
        ))}
      </div>
      <div className="vl">
        {groups.map(g => (
          <Fragment key={g.verdict}>
            <span>
              {g.verdict === 'notApplicable' ? (
                <span className="i3" style={{ paddingLeft: 16 }}>
                  {t('verdict.notApplicable')}
                </span>
              ) : (
                <Verdict verdict={g.verdict} />
              )}
            </span>
            <span className="r i2">
              {t('lines.count', { count: g.count })}
              {t('common.comma')}
              {f.moneyFull(g.value.value)}
            </span>
            <span className="r m">
              <Fig figure={g.share} />
            </span>
          </Fragment>
        ))}
      </div>
    </div>
  )
}
