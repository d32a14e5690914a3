import { useNavigate } from 'react-router'
import type { SearchHit } from '../../src-main/contract/search.ts'
import { useT } from '../i18n/i18n.ts'
import { useAsk } from '../state/queries.tsx'
import { beginTour } from './tour-steps.ts'
import { screens, suitabilityTabs } from './screens.ts'
import { useIsOpen } from './use-session.ts'
import { useLock } from './use-lock.ts'
import { useRunSync } from './use-run-sync.ts'

export type PaletteEntry = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly detail: string
  readonly run: () => void
  /** Screens and hits can be opened in a window of their own. */
  readonly path: string | null
}

const pathOf = (hit: SearchHit): string => {
  const id = encodeURIComponent(hit.id)
  if (hit.kind === 'client') return `/clients/${id}`
  if (hit.kind === 'fund') return `/funds/${id}`
  return hit.kind === 'product' ? '/products' : `/reports?id=${id}`
}

export const usePaletteEntries = (
  text: string,
): { readonly entries: readonly PaletteEntry[]; readonly asking: boolean } => {
  const t = useT()
  const go = useNavigate()
  const lock = useLock()
  const sync = useRunSync()
  const open = useIsOpen()
  const cellText = (cell: string): string => {
    const [tier, style] = cell.split('-')
    return style === undefined ? t('matrix.undetermined') : `${tier} ${t(`style.${style}`)}`
  }
  const words = text.trim()
  const search = useAsk(
    ['search', words],
    (api, signal) => api.search.find({ text: words, limit: 30 }, { signal }),
    open && words !== '',
  )
  const commands: readonly PaletteEntry[] = [
    ...screens.map((s, i) => ({
      id: `go-${s.id}`,
      kind: t('palette.screen'),
      title: t(`screen.${s.id}`),
      detail: `Ctrl ${i + 1}`,
      run: () => void go(s.path),
      path: s.path,
    })),
    ...suitabilityTabs.map(tab => ({
      id: `suitability-${tab}`,
      kind: t('palette.screen'),
      title: `${t('suitability.title')} › ${t(`suitability.tab.${tab}`)}`,
      detail: '',
      run: () => void go(`/suitability/${tab}`),
      path: `/suitability/${tab}`,
    })),
    { id: 'sync', kind: t('palette.command'), title: t('sync.now'), detail: 'F5', run: sync.start, path: null },
    { id: 'lock', kind: t('palette.command'), title: t('shell.lock'), detail: 'Ctrl L', run: lock, path: null },
    ...(window.desk
      ? [
          {
            id: 'print',
            kind: t('palette.command'),
            title: t('shell.print'),
            detail: '',
            run: () => window.desk?.print(),
            path: null,
          },
        ]
      : []),
    {
      id: 'tour',
      kind: t('palette.command'),
      title: t('tour.begin'),
      detail: '',
      run: () => beginTour(go),
      path: null,
    },
    {
      id: 'help',
      kind: t('palette.command'),
      title: t('help.title'),
      detail: 'F1',
      run: () => void go('/help'),
      path: '/help',
    },
  ].filter(e => words === '' || e.title.toLowerCase().includes(words.toLowerCase()))
  const found = (words === '' ? [] : (search.data ?? [])).map(hit => ({
    id: `${hit.kind}-${hit.id}`,
    kind: t(`palette.${hit.kind}`),
    title: hit.title,
    detail: hit.kind === 'client' ? cellText(hit.detail) : hit.detail,
    run: () => void go(pathOf(hit)),
    path: pathOf(hit),
  }))
  // what was found for the letters before is not what these find
  return { entries: [...found, ...commands], asking: search.isFetching }
}
