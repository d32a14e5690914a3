import type { ReactNode } from 'react'
import type { Delivery } from '../../../src-main/model/delivery.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import { useActs } from './use-acts.ts'

const Acts = ({ delivery }: { readonly delivery: Delivery }): ReactNode => {
  const t = useT()
  const api = useApi()
  const { act } = useActs()
  const { id, state, link } = delivery
  const copy = (text: string): void => void navigator.clipboard.writeText(text).then(() => tell(t('delivery.copied')))
  return (
    <p className="acts">
      {state === 'unknown' && (
        <>
          <LinkButton onClick={() => act(() => api.deliveries.settle({ id, sent: true }))}>
            {t('delivery.wasSent')}
          </LinkButton>
          <LinkButton onClick={() => act(() => api.deliveries.settle({ id, sent: false }))}>
            {t('delivery.wasNotSent')}
          </LinkButton>
        </>
      )}
      {(state === 'failed' || (state === 'queued' && delivery.nextAt !== null)) && (
        <LinkButton onClick={() => act(() => api.deliveries.retry({ id }))}>{t('delivery.retry')}</LinkButton>
      )}
      {(state === 'failed' || state === 'queued') && (
        <LinkButton onClick={() => act(() => api.deliveries.cancel({ id }), t('delivery.cancelled'))}>
          {t('delivery.cancel')}
        </LinkButton>
      )}
      {link?.url != null && state === 'sent' && !link.withdrawing && (
        <>
          <LinkButton onClick={() => copy(link.url ?? '')}>{t('delivery.copyLink')}</LinkButton>
          <LinkButton onClick={() => copy(link.accessCode)}>{t('delivery.copyCode')}</LinkButton>
          <LinkButton onClick={() => act(() => api.deliveries.withdraw({ id }), t('delivery.withdrawing'))}>
            {t('delivery.withdraw')}
          </LinkButton>
        </>
      )}
    </p>
  )
}

const One = ({ delivery }: { readonly delivery: Delivery }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { state, fault, link, channel } = delivery
  const isLoud = state === 'failed' || state === 'unknown'
  return (
    <div className="dlv">
      <p>
        <b>{t(`sendChannel.${channel}`)}</b>
        <span className={isLoud ? 'warn s' : ''}>
          {link?.withdrawing === true ? t('delivery.endsSoon') : t(`deliveryState.${state}`)}
        </span>
        <span className="rt i3">{f.dateTime(delivery.changedAt)}</span>
      </p>
      {delivery.to !== null && (
        <p className="i2 cut" title={delivery.to}>
          {delivery.to}
        </p>
      )}
      {link !== null && state !== 'cancelled' && (
        <p className="i2">{t('delivery.linkLine', { code: link.accessCode, until: f.date(link.expiresAt) })}</p>
      )}
      {fault !== null && (
        <p className={isLoud ? 'warn' : 'i2'}>
          {t(`deliveryFault.${fault.kind}`)}
          {delivery.nextAt !== null &&
            state === 'queued' &&
            ` ${t('delivery.nextAt', { at: f.time(delivery.nextAt) })}`}
          {fault.detail !== '' && <span className="i3 code"> {fault.detail}</span>}
        </p>
      )}
      {state === 'unknown' && <p className="i2">{t(`delivery.ask.${channel === 'mail' ? 'mail' : 'file'}`)}</p>}
      <Acts delivery={delivery} />
    </div>
  )
}

/** How the report was handed over, newest first, with what can be done about each. */
export const DeliveryList = ({ deliveries }: { readonly deliveries: readonly Delivery[] }): ReactNode => {
  const t = useT()
  return (
    <div className="sec">
      <h2>{t('delivery.title')}</h2>
      {deliveries.length === 0 ? (
        <p className="i3">{t('delivery.none')}</p>
      ) : (
        deliveries.map(each => <One key={each.id} delivery={each} />)
      )}
    </div>
  )
}
