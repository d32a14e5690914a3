import type { WhatIf } from '../../contract/segment-rules.ts'
import { cellIndex, cellIndices, CELL_PLACES, placeMoves } from '../../domain/segmentation/cell-index.ts'
import { segmentMany } from '../../domain/segmentation/segment-many.ts'
import { serviceCapacity } from '../../domain/segmentation/service-fit.ts'
import type { Thresholds } from '../../contract/segment-rules.ts'
import type { SegmentPack } from '../../model/segment-pack.ts'
import { bookColumns } from '../book/book-columns.ts'
import { assetBand } from '../matrix/asset-band.ts'
import { cellFigures, TIERS, type Traffic } from '../matrix/cell-figures.ts'
import { cellText } from '../matrix/cell-text.ts'
import { readSettings } from '../settings/settings.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { withThresholds } from './pack-lines.ts'

const SHOWN = 100

const counts = (places: Uint8Array): readonly number[] => {
  const found = Array.from({ length: CELL_PLACES }, () => 0)
  for (const place of places) found[place] = (found[place] ?? 0) + 1
  return found
}

const hoursOf = (places: Uint8Array, pack: SegmentPack, available: number): WhatIf['hours']['before'] => {
  const clients = counts(places)
  const loads = pack.cells.map(({ tier, style }) => ({ tier, style, clients: clients[cellIndex(tier, style)] ?? 0 }))
  const { neededPerWeek, plannedPerWeek } = serviceCapacity(loads, available, pack)
  return { needed: neededPerWeek, planned: plannedPerWeek, available }
}

const trafficOf = (before: Uint8Array, after: Uint8Array, moved: readonly number[]): Traffic => {
  const [into, outOf] = [new Uint32Array(CELL_PLACES), new Uint32Array(CELL_PLACES)]
  for (const i of moved) {
    const [from, to] = [before[i] ?? 0, after[i] ?? 0]
    outOf[from] = (outOf[from] ?? 0) + 1
    into[to] = (into[to] ?? 0) + 1
  }
  return { into: place => into[place] ?? 0, outOf: place => outOf[place] ?? 0 }
}

/** The book under a draft of the rules: same facts, the cells of now as the previous ones; nothing is written. */
export const whatIf = (workspace: Workspace, thresholds: Thresholds): WhatIf => {
  const book = workspace.book()
  const { rules } = workspace
  const next = withThresholds(rules.segments, thresholds)
  const { segment, place } = bookColumns(book)
  const after = cellIndices(segmentMany(segment, next))
  const { moved, ...totals } = placeMoves(place, after)
  const { hoursPerWeek } = readSettings(workspace.store)
  const nameOf = (at: number): string => {
    const cell = next.cells.find(({ tier, style }) => cellIndex(tier, style) === at)
    return cell === undefined ? '' : `${cell.tier}-${cell.style}`
  }
  const clients = moved
    .flatMap(i => {
      const entry = book.entries[i]
      return entry === undefined ? [] : [{ entry, to: nameOf(after[i] ?? 0) }]
    })
    .toSorted((a, b) => b.entry.assets - a.entry.assets || (a.entry.client.id < b.entry.client.id ? -1 : 1))
    .slice(0, SHOWN)
  return {
    moved: moved.length,
    ...totals,
    cells: [...cellFigures(book, workspace.history(), after, next, trafficOf(place, after, moved))],
    undetermined: counts(after)[0] ?? 0,
    tiers: TIERS.map(tier => assetBand(next, tier)),
    hours: { before: hoursOf(place, rules.segments, hoursPerWeek), after: hoursOf(after, next, hoursPerWeek) },
    clients: clients.map(({ entry, to }) => ({
      clientId: entry.client.id,
      name: entry.client.name,
      assets: entry.assets,
      from: cellText(entry.cell, rules),
      to: cellText(to, rules),
    })),
  }
}
