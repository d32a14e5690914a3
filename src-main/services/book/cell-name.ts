import { Style, Tier } from '../../model/levels.ts'
import type { PreviousSegment } from '../../model/segment-facts.ts'

/** `5-allocation`; `undetermined` when a fact is missing. */
export const cellOf = (tier: Tier | null, style: Style | null): string =>
  tier === null || style === null ? 'undetermined' : `${tier}-${style}`

/** Columns of the history table as the rules read them. */
export const parseCell = (tier: number | null, style: string | null): PreviousSegment => ({
  tier: tier === null ? null : Tier.parse(tier),
  style: style === null ? null : Style.parse(style),
})

/** The cell of a name as `cellOf` makes it. */
export const parseCellName = (name: string): PreviousSegment => {
  const [tier, style] = name.split('-')
  return style === undefined ? { tier: null, style: null } : parseCell(Number(tier), style)
}
