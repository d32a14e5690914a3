import type { ReactNode } from 'react'
import type { ReportFunnelView } from '../../../src-main/contract/deliveries.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'

const steps = ['made', 'sent', 'opened', 'answered', 'followedUp'] as const

/** From made to followed up; what cannot be known is said beside its step, and is not counted as a no. */
export const ReportFunnel = ({ funnel }: { readonly funnel: ReportFunnelView }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const top = Math.max(1, funnel.made)
  const beside = {
    made: '',
    sent: funnel.sendingUnknown > 0 ? t('funnel.sendingUnknown', { n: f.int(funnel.sendingUnknown) }) : '',
    opened: funnel.openingUnknown > 0 ? t('funnel.openingUnknown', { n: f.int(funnel.openingUnknown) }) : '',
    answered: '',
    followedUp: '',
  } as const
  return (
    <div className="funnel" role="img" aria-label={t('funnel.label')}>
      {steps.map((step, i) => {
        const before = steps[i - 1]
        const base = before === undefined ? 0 : funnel[before]
        return (
          <div key={step}>
            <span className="i3">{t(`reportState.${step}`)}</span>
            <b>{f.int(funnel[step])}</b>
            <span className="i2">
              {before !== undefined &&
                base > 0 &&
                `${f.share(funnel[step] / base, 0)}${beside[step] === '' ? '' : ' · '}`}
              {beside[step] !== '' && <span className={step === 'sent' ? 'warn' : 'i3'}>{beside[step]}</span>}
            </span>
            <svg height="4" width="100%" aria-hidden="true">
              <rect width="100%" height="4" fill="var(--band1)" />
              <rect width={`${(funnel[step] / top) * 100}%`} height="4" fill="var(--accent)" />
            </svg>
          </div>
        )
      })}
    </div>
  )
}
