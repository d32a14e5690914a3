import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import { IsoDate } from '../../../src-main/model/units.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { ConsentFields, noConsent, type ConsentDraft } from './consent-fields.tsx'

const ways = ['email', 'share', 'wecom'] as const
type Way = (typeof ways)[number]

/** The client took a consent back: from now on nothing goes out by this way, what waits included. */
export const WithdrawConsent = ({ client }: { readonly client: ClientView }): ReactNode => {
  const t = useT()
  const api = useApi()
  const failure = useFailureText()
  const [way, setWay] = useState<Way | null>(null)
  const [draft, setDraft] = useState<ConsentDraft>(noConsent)
  const [error, setError] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    const on = IsoDate.safeParse(draft.on)
    if (way === null || !on.success) return setError(t('send.badDay'))
    try {
      const consent = { on: on.data, how: draft.how, reference: draft.reference }
      await api.deliveries.withdrawConsent({ clientId: client.id, way, consent })
      tell(t('consentBack.done'))
      setWay(null)
    } catch (e) {
      setError(failure(e))
    }
  }
  return (
    <>
      <LinkButton onClick={() => setWay(client.consentEmail ? 'email' : 'share')}>{t('consentBack.open')}</LinkButton>
      {way !== null && (
        <FormDialog
          title={t('consentBack.title')}
          action={t('consentBack.do')}
          disabled={draft.reference.trim() === '' && t('consentBack.proof')}
          error={error}
          onSubmit={() => void save()}
          onClose={() => setWay(null)}
        >
          <p className="i2">{t('consentBack.how')}</p>
          <Choice
            label={t('send.way')}
            value={way}
            onChange={setWay}
            options={ways.map(v => ({ value: v, label: t(`consentWay.${v}`) }))}
          />
          <ConsentFields legend={t('consentBack.word')} value={draft} onChange={setDraft} />
        </FormDialog>
      )}
    </>
  )
}
