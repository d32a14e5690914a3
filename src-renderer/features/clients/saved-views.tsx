import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { SavedClientView } from '../../../src-main/model/client-view.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { DropPanel } from '../../ui/drop-panel.tsx'
import { useFailureText } from '../../ui/failure.tsx'

const KEY = ['settings', 'clientViews'] as const

/** Filters, columns and sorting kept under a name in the book; picked, replaced, removed with a way back. */
export const SavedViews = ({
  now,
  onPick,
}: {
  readonly now: () => Omit<SavedClientView, 'name'>
  readonly onPick: (view: SavedClientView) => void
}): ReactNode => {
  const t = useT()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const [name, setName] = useState('')
  const saved = useAsk(KEY, a => a.clients.views({})).data ?? []
  const keep = async (views: readonly SavedClientView[], text: string, undo: (() => void) | null = null) => {
    try {
      queries.setQueryData(KEY, await api.clients.keepViews({ views: [...views] }))
      tell(text, undo)
    } catch (error) {
      tell(failure(error))
    }
  }
  return (
    <DropPanel label={t('savedViews.title')}>
      {close => (
        <section className="saved-views" aria-label={t('savedViews.title')}>
          {saved.length === 0 && <p className="i3">{t('savedViews.none')}</p>}
          {saved.map(view => (
            <div key={view.name} className="line">
              <LinkButton
                onClick={() => {
                  close()
                  onPick(view)
                }}
              >
                {view.name}
              </LinkButton>
              <LinkButton
                quiet
                onClick={() =>
                  void keep(
                    saved.filter(each => each.name !== view.name),
                    t('savedViews.removed', { name: view.name }),
                    () => void keep(saved, t('savedViews.saved', { name: view.name })),
                  )
                }
              >
                {t('savedViews.remove')}
              </LinkButton>
            </div>
          ))}
          <form
            className="line"
            onSubmit={event => {
              event.preventDefault()
              const kept = name.trim()
              if (kept === '') return
              setName('')
              close()
              void keep(
                [...saved.filter(each => each.name !== kept), { ...now(), name: kept }],
                t('savedViews.saved', { name: kept }),
              )
            }}
          >
            <input
              className="inp"
              aria-label={t('savedViews.name')}
              placeholder={t('savedViews.name')}
              maxLength={40}
              value={name}
              onChange={event => setName(event.target.value)}
            />
            <Button type="submit" disabled={name.trim() === '' && t('savedViews.name')}>
              {t('savedViews.save')}
            </Button>
          </form>
        </section>
      )}
    </DropPanel>
  )
}
