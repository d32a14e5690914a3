import { setPriority } from 'node:os'

/** As Unix counts it: a third of the share of a program in front; Windows takes it for below normal. */
const BEHIND = 5
const NORMAL = 0

let isBehind = false

/**
 * While a sync runs the windows go first: on a machine of two cores its threads would take theirs away for a tenth of a second
 * at a time. Some systems let no process rise again; there it stays behind.
 */
export const stepBack = (wanted: boolean): void => {
  if (wanted === isBehind) return
  try {
    setPriority(wanted ? BEHIND : NORMAL)
    isBehind = wanted
  } catch {
    // neither to go behind nor to come back is worth a failed sync
  }
}
