import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'
import { movedAside } from '../state/moved-aside.ts'
import { useApi } from '../state/queries.tsx'
import { Button } from '../ui/button.tsx'
import { useFailureText } from '../ui/failure.tsx'
import { Field } from '../ui/field.tsx'
import { GateFrame } from './gate-frame.tsx'

/** `asked` tells one answer about the waiting time from the next. */
export const Unlock = ({
  wait,
  asked,
  passcode,
}: {
  readonly wait: number
  readonly asked: number
  readonly passcode: boolean
}): ReactNode => {
  const t = useT()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const moved = movedAside.use()
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [ticked, setTicked] = useState({ asked, seconds: 0 })
  const passed = ticked.asked === asked ? ticked.seconds : 0
  const left = Math.max(0, wait - passed)
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setTicked({ asked, seconds: passed + 1 }), 1000)
    return () => clearTimeout(timer)
  }, [left, passed, asked])
  const unlock = async (): Promise<void> => {
    if (left > 0 || text === '') return
    try {
      const state = await api.session.unlock({ passcode: text })
      movedAside.set(false)
      queries.setQueryData(['session'], state)
    } catch (e) {
      setError(failure(e))
      setText('')
      await queries.invalidateQueries({ queryKey: ['session'] })
    }
  }
  return (
    <GateFrame>
      <form
        onSubmit={event => {
          event.preventDefault()
          void unlock()
        }}
      >
        <h1>{t('unlock.title')}</h1>
        <p>{passcode ? t('unlock.lead') : t('unlock.noPasscode')}</p>
        {moved && <p className="text">{t('damaged.moved')}</p>}
        <Field
          autoFocus
          type="password"
          autoComplete="off"
          label={t('unlock.passcode')}
          value={text}
          onValue={setText}
          error={left > 0 ? t('unlock.wait', { n: left }) : error}
        />
        <div className="row">
          <Button type="submit" kind="primary" keyHint="Enter" disabled={left > 0 && t('unlock.wait', { n: left })}>
            {t('unlock.open')}
          </Button>
        </div>
      </form>
    </GateFrame>
  )
}
