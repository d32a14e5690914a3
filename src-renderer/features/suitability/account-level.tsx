import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Slow } from '../../ui/slow.tsx'
import { CapTable } from './cap-table.tsx'
import { ExportEvidence } from './export-evidence.tsx'
import './suitability.css'
import { TradeTrial } from './trade-trial.tsx'

/** The whole account against the client's level: both grades, the share above it, concentration, caps; and a trade to try. */
export const AccountLevelPart = ({ clientId }: { readonly clientId: string }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { data, error, refetch } = useAsk(['client', clientId, 'level'], api => api.suitability.account({ clientId }))
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <div className="level-wait">
        <Slow under />
      </div>
    )
  const { risk, level, allowed } = data
  const nameOf = (code: string): string => data.names[code] ?? code
  const above = risk.shareAboveLevel !== null && risk.shareAboveLevel > 0
  return (
    <>
      <h2>
        {t('level.title')}
        <small>{t('level.pack', { pack: data.pack })}</small>
        <span className="rt">
          <ExportEvidence clientId={clientId} />
        </span>
      </h2>
      <div className="level-grid">
        <dl>
          <dt>{t('level.level')}</dt>
          <dd>
            {level === null
              ? t('common.missing')
              : `${level} ${t('level.allowed', { grades: allowed?.join(' ') ?? '' })}`}
          </dd>
          <dt>{t('level.weighted')}</dt>
          <dd>{risk.weightedGrade === null ? '—' : `R${f.ratio(risk.weightedGrade, 2)}`}</dd>
          <dt>{t('level.highest')}</dt>
          <dd className={above ? 'warn s' : 's'}>
            {risk.highestGrade ?? '—'} <span className="i3">{t('level.noExcuse')}</span>
          </dd>
          <dt>{t('level.above')}</dt>
          <dd className={above ? 'warn s' : ''}>
            {risk.shareAboveLevel === null ? t('level.noLevel') : f.share(risk.shareAboveLevel)}
          </dd>
          <dt>{t('level.ungraded')}</dt>
          <dd className={data.ungradedShare > 0 ? 'warn' : ''}>{f.share(data.ungradedShare)}</dd>
          <dt>{t('level.hhi')}</dt>
          <dd>
            {f.ratio(data.hhi, 2)}{' '}
            {risk.largestProduct && (
              <span className="i3">
                {t('level.largest', {
                  name: nameOf(risk.largestProduct.code),
                  share: f.share(risk.largestProduct.share),
                })}
              </span>
            )}
          </dd>
        </dl>
        <CapTable risk={risk} caps={data.caps} nameOf={nameOf} />
      </div>
      <TradeTrial clientId={clientId} />
    </>
  )
}
