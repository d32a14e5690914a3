import { useNavigate } from 'react-router'
import type { SearchHit } from '../../src-main/contract/search.ts'
import { useT } from '../i18n/i18n.ts'
import { useAsk } from '../state/queries.tsx'
import { screens } from './screens.ts'
import { useIsOpen } from './use-session.ts'
import { useLock } from './use-lock.ts'
import { useRunSync } from './use-run-sync.ts'

export type PaletteEntry = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly detail: string
  readonly run: () => void
}

const pathOf = (hit: SearchHit): string => {
  const id = encodeURIComponent(hit.id)
  if (hit.kind === 'client') return `/clients/${id}`
  if (hit.kind === 'fund') return `/funds/${id}`
  return hit.kind === 'product' ? '/products' : '/reports'
}

export const usePaletteEntries = (text: string): readonly PaletteEntry[] => {
  const t = useT()
  const go = useNavigate()
  const lock = useLock()
  const sync = useRunSync()
  const open = useIsOpen()
  const words = text.trim()
  const hits = useAsk(
    ['search', words],
    (api, signal) => api.search.find({ text: words, limit: 30 }, { signal }),
    open && words !== '',
  ).data
  const commands: readonly PaletteEntry[] = [
    ...screens.map((s, i) => ({
      id: `go-${s.id}`,
      kind: t('palette.screen'),
      title: t(`screen.${s.id}`),
      detail: `Ctrl ${i + 1}`,
      run: () => void go(s.path),
    })),
    { id: 'sync', kind: t('palette.command'), title: t('sync.now'), detail: 'F5', run: sync.start },
    { id: 'lock', kind: t('palette.command'), title: t('shell.lock'), detail: 'Ctrl L', run: lock },
  ].filter(e => words === '' || e.title.toLowerCase().includes(words.toLowerCase()))
  const found = (words === '' ? [] : (hits ?? [])).map(hit => ({
    id: `${hit.kind}-${hit.id}`,
    kind: t(`palette.${hit.kind}`),
    title: hit.title,
    detail: hit.detail,
    run: () => void go(pathOf(hit)),
  }))
  return [...found, ...commands]
}
