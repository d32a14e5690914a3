import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useSession } from '../../shell/use-session.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'

const SHORTEST = 6

export const PasscodeForm = (): ReactNode => {
  const t = useT()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const { data: session } = useSession()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [error, setError] = useState<string | null>(null)
  const has = session?.kind === 'open' && session.passcode
  const wrong =
    next.length > 0 && next.length < SHORTEST
      ? t('passcode.short', { n: SHORTEST })
      : again !== '' && again !== next
        ? t('passcode.differ')
        : null
  const save = async (value: string | null): Promise<void> => {
    setError(null)
    try {
      const state = await api.session.setPasscode({ current: has ? current : null, next: value })
      queries.setQueryData(['session'], state)
      setCurrent('')
      setNext('')
      setAgain('')
      tell(t(value === null ? 'passcode.removed' : 'passcode.saved'))
    } catch (e) {
      setError(failure(e))
    }
  }
  return (
    <form
      className="pass"
      onSubmit={event => {
        event.preventDefault()
        if (wrong === null && next !== '' && next === again) void save(next)
      }}
    >
      <p className="i2">{has ? t('passcode.has') : t('passcode.hasNot')}</p>
      {has && (
        <Field
          label={t('passcode.current')}
          type="password"
          autoComplete="off"
          value={current}
          onValue={setCurrent}
          error={error}
        />
      )}
      <Field
        label={t('passcode.next')}
        type="password"
        autoComplete="new-password"
        value={next}
        onValue={setNext}
        help={t('passcode.help', { n: SHORTEST })}
      />
      <Field
        label={t('passcode.again')}
        type="password"
        autoComplete="new-password"
        value={again}
        onValue={setAgain}
        error={wrong ?? (has ? null : error)}
      />
      <div style={{ display: 'flex', gap: 6 }}>
        <Button
          type="submit"
          disabled={(next === '' || again !== next || wrong !== null) && (wrong ?? t('passcode.fill'))}
        >
          {t('passcode.save')}
        </Button>
        {has && (
          <Button kind="text" onClick={() => void save(null)} disabled={current === '' && t('passcode.fillCurrent')}>
            {t('passcode.remove')}
          </Button>
        )}
      </div>
    </form>
  )
}
