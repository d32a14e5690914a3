import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'

/** The book has no mail address of this client: it is typed here once, and kept. */
export const AddressField = ({
  clientId,
  onSaved,
}: {
  readonly clientId: string
  readonly onSaved: () => void
}): ReactNode => {
  const t = useT()
  const api = useApi()
  const failure = useFailureText()
  const [email, setEmail] = useState('')
  const [error, setError] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    setError(null)
    try {
      await api.deliveries.setEmail({ clientId, email: email.trim() })
      onSaved()
    } catch (e) {
      setError(failure(e))
    }
  }
  return (
    <div className="address">
      <Field label={t('send.email')} type="email" value={email} onValue={setEmail} error={error} />
      <Button disabled={!/^\S+@\S+\.\S+$/.test(email.trim()) && t('send.emailBad')} onClick={() => void save()}>
        {t('send.emailSave')}
      </Button>
    </div>
  )
}
