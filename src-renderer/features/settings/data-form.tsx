import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { useSession, useSyncStatus } from '../../shell/use-session.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormat } from '../../ui/format.ts'

type Work = 'backup' | 'restore' | 'erase'
const SHORTEST = 6

/** Backup, restore, import, export, and the way out: everything about the book as a whole. */
export const DataForm = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const api = useApi()
  const go = useNavigate()
  const queries = useQueryClient()
  const failure = useFailureText()
  const { data: session } = useSession()
  const waiting = useSyncStatus().data?.outbox ?? 0
  const [passcode, setPasscode] = useState('')
  const [word, setWord] = useState('')
  const [busy, setBusy] = useState<Work | null>(null)
  const [error, setError] = useState<string | null>(null)
  if (session?.kind !== 'open') return null
  const asked = t('data.word')
  const eraseHelp = [
    waiting > 0 && !session.demo ? t('data.eraseWaiting', { count: waiting }) : '',
    t(session.demo ? 'data.eraseDemoHelp' : 'data.eraseHelp'),
  ].join('')
  const short = passcode.length < SHORTEST && t('passcode.short', { n: SHORTEST })
  const run = async (work: Work, what: () => Promise<string | null>): Promise<void> => {
    setBusy(work)
    setError(null)
    try {
      const said = await what()
      if (said !== null) tell(said)
      setPasscode('')
      setWord('')
    } catch (reason) {
      setError(failure(reason))
    } finally {
      setBusy(null)
    }
  }
  const backup = async (): Promise<string | null> => {
    const made = await api.session.backup({ passcode })
    return made && t('data.backedUp', { path: made.path, size: f.ratio(made.bytes / 1024 / 1024, 1) })
  }
  const restore = async (): Promise<string | null> => {
    const state = await api.session.restore({ passcode })
    queries.setQueryData(['session'], state)
    // the same book: no file was chosen
    return state.kind === 'open' && state.opening === session.opening ? null : t('data.restored')
  }
  const erase = async (): Promise<string | null> => {
    const state = await api.session.erase({ passcode: session.passcode ? passcode : null })
    queries.setQueryData(['session'], state)
    void go('/matrix')
    return t('data.erased')
  }
  return (
    <section className="sec">
      <h2>
        {t('data.title')}
        <small>{t('data.where')}</small>
      </h2>
      <div className="pass">
        <Field
          label={session.passcode ? t('data.passcode') : t('data.newPasscode')}
          type="password"
          autoComplete="off"
          value={passcode}
          onValue={setPasscode}
          help={t('data.passcodeHelp')}
          error={error}
        />
        <div className="buttons">
          <Button disabled={busy === null ? short : t('data.busy')} onClick={() => void run('backup', backup)}>
            {t(busy === 'backup' ? 'data.backingUp' : 'data.backup')}
          </Button>
          <Button disabled={busy === null ? short : t('data.busy')} onClick={() => void run('restore', restore)}>
            {t(busy === 'restore' ? 'data.restoring' : 'data.restore')}
          </Button>
          <Button kind="text" onClick={() => void go('/import')}>
            {t('import.title')}
          </Button>
          <Button kind="text" onClick={() => void go('/clients')}>
            {t('data.export')}
          </Button>
        </div>
        <Field
          label={t(session.demo ? 'data.eraseDemoHow' : 'data.eraseHow', { word: asked })}
          autoComplete="off"
          value={word}
          onValue={setWord}
          help={eraseHelp}
        />
        <div className="buttons">
          <Button
            disabled={busy === null ? word.trim() !== asked && t('data.typeWord', { word: asked }) : t('data.busy')}
            onClick={() => void run('erase', erase)}
          >
            {t(session.demo ? 'data.eraseDemo' : 'data.erase')}
          </Button>
        </div>
      </div>
    </section>
  )
}
