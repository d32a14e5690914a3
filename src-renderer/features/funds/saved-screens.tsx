import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FundScreen, SavedScreen } from '../../../src-main/model/fund-screen.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { isEmpty } from './screen-state.ts'

const KEY = ['funds', 'screens'] as const

/** Screens kept under a name: picked, saved, removed with a way back. */
export const SavedScreens = ({
  screen,
  onPick,
}: {
  readonly screen: FundScreen
  readonly onPick: (screen: FundScreen) => void
}): ReactNode => {
  const t = useT()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const [name, setName] = useState('')
  const saved = useAsk(KEY, a => a.funds.screens({})).data ?? []
  const run = async (work: Promise<SavedScreen[]>, text: string, undo: (() => void) | null = null): Promise<void> => {
    try {
      queries.setQueryData(KEY, await work)
      tell(text, undo)
    } catch (error) {
      tell(failure(error))
    }
  }
  const save = (each: SavedScreen): Promise<void> =>
    run(api.funds.saveScreen(each), t('screener.saved', { name: each.name }))
  const remove = (each: SavedScreen): Promise<void> =>
    run(api.funds.removeScreen({ name: each.name }), t('screener.removed', { name: each.name }), () => void save(each))
  return (
    <section className="saved" aria-label={t('screener.mine')}>
      {saved.map(each => (
        <div key={each.name}>
          <LinkButton onClick={() => onPick(each.screen)}>{each.name}</LinkButton>
          <LinkButton quiet onClick={() => void remove(each)}>
            {t('screener.remove')}
          </LinkButton>
        </div>
      ))}
      <form
        onSubmit={event => {
          event.preventDefault()
          if (name.trim() === '' || isEmpty(screen)) return
          void save({ name: name.trim(), screen })
          setName('')
        }}
      >
        <input
          className="inp"
          aria-label={t('screener.name')}
          placeholder={t('screener.name')}
          maxLength={40}
          value={name}
          onChange={event => setName(event.target.value)}
        />
        <Button
          type="submit"
          disabled={isEmpty(screen) ? t('screener.isEmpty') : name.trim() === '' && t('screener.needsName')}
        >
          {t('screener.save')}
        </Button>
      </form>
    </section>
  )
}
