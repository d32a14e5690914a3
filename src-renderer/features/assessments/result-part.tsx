import type { ReactNode } from 'react'
import type { AssessmentView } from '../../../src-main/contract/assessments.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import type { Assess } from './use-assessment.ts'

/** The level that the answers give, in plain words; there is no way past it but to confirm. */
export const ResultPart = ({ open, assess }: { readonly open: AssessmentView; readonly assess: Assess }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { result } = open
  if (!result) return null
  return (
    <section className="question">
      <p className="count">{t('assess.resultOf', { name: open.clientName })}</p>
      <h1 className="level">
        {t('client.capacityIs', { level: result.riskCapacity, name: t(`capacity.${result.riskCapacity}`) })}
      </h1>
      <p className="lead">{t(`assess.means.${result.riskCapacity}`)}</p>
      <dl className="facts">
        <dt>{t('suit.term')}</dt>
        <dd>{result.term === null ? '—' : t(`term.${result.term}`)}</dd>
        <dt>{t('suit.variety')}</dt>
        <dd>{result.variety === null ? '—' : t(`variety.${result.variety}`)}</dd>
        <dt>{t('clients.validUntil')}</dt>
        <dd>{f.date(result.validUntil)}</dd>
        {result.lowest.length > 0 && (
          <>
            <dt>{t('assess.whyLowest')}</dt>
            <dd>{result.lowest.map(say).join(t('common.semicolon'))}</dd>
          </>
        )}
      </dl>
      {result.held.length > 0 && (
        <p className="hold">
          {t('assess.heldClient', {
            why: result.held.map(each => t(`assess.hold.${each}`)).join(t('common.listComma')),
          })}
        </p>
      )}
      <p className="i2">{t('assess.confirmText')}</p>
      {assess.error && (
        <p className="warn" role="alert">
          {assess.error}
        </p>
      )}
      <div className="acts">
        <Button kind="primary" onClick={() => void assess.run(api => api.confirm({ id: open.id }))}>
          {t('assess.confirm')}
        </Button>
      </div>
    </section>
  )
}
