import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { SessionState } from '../../src-main/contract/session.ts'
import { useEngineWords } from '../i18n/engine-words.ts'
import { useT } from '../i18n/i18n.ts'
import { movedAside } from '../state/moved-aside.ts'
import { useApi } from '../state/queries.tsx'
import { tell } from '../state/undo.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useFailureText } from '../ui/failure.tsx'
import { GateFrame } from './gate-frame.tsx'

/** The book cannot be opened: what is wrong, what is safe, and the ways on. Nothing is deleted. */
export const Damaged = ({ state }: { readonly state: Extract<SessionState, { kind: 'damaged' }> }): ReactNode => {
  const t = useT()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const words = useEngineWords()
  const [error, setError] = useState<string | null>(null)
  const again = (): void => void queries.invalidateQueries({ queryKey: ['session'] })
  const [passcode, setPasscode] = useState('')
  // what held the focus went with the gate before
  const ways = useRef<HTMLElement>(null)
  useEffect(() => ways.current?.querySelector('button')?.focus(), [])
  const moveAside = async (): Promise<SessionState> => {
    const next = await api.session.moveAside({})
    // the next gate says it, or the status bar where there is none
    if (next.kind === 'locked') movedAside.set(true)
    else tell(into => into('damaged.moved'))
    return next
  }
  const go = async (way: Promise<SessionState>): Promise<void> => {
    try {
      setError(null)
      queries.setQueryData(['session'], await way)
    } catch (e) {
      setError(failure(e))
    }
  }
  return (
    <GateFrame>
      <section ref={ways} aria-labelledby="damaged-title">
        <h1 id="damaged-title" className="warn">
          {t(`damaged.${state.code}`)}
        </h1>
        <p className="text">{words(state.message)}</p>
        {state.hint && <p className="text">{words(state.hint)}</p>}
        <p>{t('damaged.kept')}</p>
        <div className="row">
          <Button kind="primary" onClick={again}>
            {t('damaged.again')}
          </Button>
          {state.canMoveAside && <Button onClick={() => void go(moveAside())}>{t('damaged.moveAside')}</Button>}
          <span className="i3">{state.code}</span>
        </div>
        {state.canMoveAside && (
          <form
            className="back"
            onSubmit={event => {
              event.preventDefault()
              if (passcode !== '') void go(api.session.restore({ passcode }))
            }}
          >
            <Field
              label={t('damaged.passcode')}
              type="password"
              autoComplete="off"
              value={passcode}
              onValue={setPasscode}
              error={error}
            />
            <div className="row">
              <Button type="submit" disabled={passcode === '' && t('damaged.passcode')}>
                {t('damaged.restore')}
              </Button>
            </div>
          </form>
        )}
        {error && !state.canMoveAside && (
          <p className="warn" role="alert">
            {error}
          </p>
        )}
      </section>
    </GateFrame>
  )
}
