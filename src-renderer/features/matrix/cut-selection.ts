import type { CutView } from '../../../src-main/contract/segment-rules.ts'
import { useAsk } from '../../state/queries.tsx'
import { makeStore } from '../../state/store.ts'

type CutCell = CutView['cells'][number]
export type CutPlace = Pick<CutCell, 'row' | 'band'>

/** Kept over visits to other screens; null until a place is chosen. */
export const selectedPlace = makeStore<CutPlace | null>(null)

/** The book by another axis; undefined until it is there. */
export const useCut = (axis: string | null): CutView | undefined => {
  const { data } = useAsk(['matrix', 'cut', axis], api => api.segmentRules.cut({ axis: axis ?? '' }), axis !== null)
  return data?.axis === axis ? data : undefined
}

export const placeOf = (view: CutView, place: CutPlace | null): CutCell | undefined =>
  view.cells.find(cell => cell.row === place?.row && cell.band === place.band) ??
  view.cells.find(cell => cell.row === view.rows[0]?.id && cell.band === view.bands[0]?.tier)

export const cutDomId = ({ row, band }: CutPlace): string => `cut-${row}-${band}`

const clamp = (at: number, length: number): number => Math.max(0, Math.min(length - 1, at))

export const moveCutSelection = (key: string, view: CutView | undefined): void => {
  const now = view && placeOf(view, selectedPlace.get())
  if (!view || !now) return
  const down = key === '↓' ? 1 : key === '↑' ? -1 : 0
  const right = key === '→' ? 1 : key === '←' ? -1 : 0
  const rowAt = clamp(view.rows.findIndex(row => row.id === now.row) + down, view.rows.length)
  const bandAt = clamp(view.bands.findIndex(band => band.tier === now.band) + right, view.bands.length)
  const next = { row: view.rows[rowAt]?.id ?? now.row, band: view.bands[bandAt]?.tier ?? now.band }
  selectedPlace.set(next)
  document.getElementById(cutDomId(next))?.focus()
}

/** The clients grid on the chosen place. */
export const cutPath = (axis: string, place = selectedPlace.get()): string =>
  place === null
    ? '/clients'
    : `/clients?axis=${encodeURIComponent(axis)}&row=${encodeURIComponent(place.row)}&band=${place.band}`
