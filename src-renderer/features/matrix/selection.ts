import type { Style, Tier } from '../../../src-main/model/levels.ts'
import { makeStore } from '../../state/store.ts'

export type CellId = { readonly tier: Tier; readonly style: Style }

export const tiers = [5, 4, 3, 2, 1] as const satisfies readonly Tier[]
export const styles = ['trading', 'wealth', 'allocation'] as const satisfies readonly Style[]

/** Kept over visits to other screens, so that Esc comes back to the same cell. */
export const selectedCell = makeStore<CellId>({ tier: 5, style: 'allocation' })

const clamp = <T>(list: readonly T[], index: number): T | undefined =>
  list[Math.max(0, Math.min(list.length - 1, index))]

export const moveSelection = (key: string): void => {
  const { tier, style } = selectedCell.get()
  const down = key === '↓' ? 1 : key === '↑' ? -1 : 0
  const right = key === '→' ? 1 : key === '←' ? -1 : 0
  const next = {
    tier: clamp(tiers, tiers.indexOf(tier) + down) ?? tier,
    style: clamp(styles, styles.indexOf(style) + right) ?? style,
  }
  selectedCell.set(next)
  document.getElementById(cellDomId(next))?.focus()
}

export const cellDomId = (cell: CellId): string => `cell-${cell.tier}-${cell.style}`
export const sameCell = (a: CellId, b: CellId): boolean => a.tier === b.tier && a.style === b.style
export const cellPath = (cell: CellId): string => `/clients?tier=${cell.tier}&style=${cell.style}`
