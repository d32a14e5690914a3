import { useEffect, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import type { ColumnFilter } from '../../../src-main/model/column-filter.ts'
import { ClientListName } from '../../../src-main/model/client-view.ts'
import { makeStore } from '../../state/store.ts'

type GridState = { readonly text: string; readonly view: ClientListName; readonly filters: readonly ColumnFilter[] }

const first: GridState = { text: '', view: 'all', filters: [] }
const kept = makeStore<GridState & { readonly search: string }>({ ...first, search: '' })

/** Where the way back from a client leads: the grid as it was left. */
export const backToClients = (): readonly [string, { readonly state: { readonly back: true } }] => [
  `/clients${kept.get().search}`,
  { state: { back: true } },
]

const isBack = (state: unknown): boolean => typeof state === 'object' && state !== null && 'back' in state

/** What the grid is narrowed to; kept on the way to a client and back, new when a cell or a list is opened from elsewhere. */
export const useKeptGrid = (): readonly [GridState, (change: Partial<GridState>) => void] => {
  const { search, state } = useLocation()
  const returning = useNavigationType() === 'POP' || isBack(state)
  const [grid, setGrid] = useState<GridState>(() => {
    if (search === '' || returning) return kept.get()
    const view = ClientListName.safeParse(new URLSearchParams(search).get('view')).data
    return { ...first, view: view ?? first.view }
  })
  useEffect(() => kept.set({ ...grid, search }), [grid, search])
  return [grid, change => setGrid(now => ({ ...now, ...change }))]
}
