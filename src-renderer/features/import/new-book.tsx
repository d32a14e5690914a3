import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useTakeFocus } from '../../ui/use-take-focus.ts'

/** Before the first file: an encrypted book of the advisor's own. */
export const NewBook = (): ReactNode => {
  const t = useT()
  const api = useApi()
  const queries = useQueryClient()
  const go = useNavigate()
  const failure = useFailureText()
  const form = useTakeFocus<HTMLFormElement>()
  const [passcode, setPasscode] = useState('')
  const [error, setError] = useState<string | null>(null)
  const make = async (): Promise<void> => {
    setError(null)
    try {
      const state = await api.session.create({ passcode: passcode === '' ? null : passcode })
      queries.setQueryData(['session'], state)
      // the next screen does not wait until every question is asked anew
      void go('/welcome?then=import')
      await queries.invalidateQueries()
    } catch (reason) {
      setError(failure(reason))
    }
  }
  return (
    <div className="page" style={{ gridTemplateRows: '48px 1fr' }}>
      <PageHead title={t('import.title')}>
        <span>{t('empty.book')}</span>
      </PageHead>
      <form
        ref={form}
        className="imp-new"
        onSubmit={event => {
          event.preventDefault()
          void make()
        }}
      >
        <h2 className="h2l">{t('import.newBook')}</h2>
        <p className="i2">{t('import.newBookHow')}</p>
        <Field
          label={t('start.passcode')}
          type="password"
          autoComplete="new-password"
          minLength={6}
          value={passcode}
          onValue={setPasscode}
          help={t('start.passcodeHelp')}
          error={error}
        />
        <Button type="submit" kind="primary" keyHint="Enter">
          {t('import.makeBook')}
        </Button>
      </form>
    </div>
  )
}
