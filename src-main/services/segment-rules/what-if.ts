import type { Migration, Thresholds, WhatIf } from '../../contract/segment-rules.ts'
import { cellsUnder, migrationMatrix, packDiff, type Cell } from '../../domain/segmentation/migration.ts'
import { AppError } from '../../model/app-error.ts'
import { segmentRuns } from '../book/record-cells.ts'
import { cellOf, parseCell } from '../book/cell-name.ts'
import { cellText } from '../matrix/cell-view.ts'
import type { ReadTx } from '../ports/store.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { withThresholds } from './pack-lines.ts'

const SHOWN = 100

const nameOf = (cell: Cell): string => cellOf(cell.tier, cell.style)

const count = (cells: ReadonlyMap<string, Cell>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const cell of cells.values()) counts.set(nameOf(cell), (counts.get(nameOf(cell)) ?? 0) + 1)
  return counts
}

/** Who would move under other thresholds: same facts, same previous cells; nothing is written. */
export const whatIf = (workspace: Workspace, thresholds: Thresholds): WhatIf => {
  const book = workspace.book()
  const { rules } = workspace
  const now = rules.segments
  const next = withThresholds(now, thresholds)
  const inputs = new Map(
    book.entries.map(entry => [entry.client.id as string, { facts: entry.facts, previous: entry.decision.previous }]),
  )
  const moves = packDiff(inputs, now, next)
  const [before, after] = [count(cellsUnder(inputs, now)), count(cellsUnder(inputs, next))]
  const step = (move: (typeof moves)[number]): number => (move.to.tier ?? 0) - (move.from.tier ?? 0)
  return {
    moved: moves.length,
    up: moves.filter(move => step(move) > 0).length,
    down: moves.filter(move => step(move) < 0).length,
    style: moves.filter(move => step(move) === 0).length,
    cells: now.cells.map(({ tier, style }) => ({
      tier,
      style,
      before: before.get(cellOf(tier, style)) ?? 0,
      after: after.get(cellOf(tier, style)) ?? 0,
    })),
    clients: moves
      .flatMap(move => {
        const entry = book.byId.get(move.clientId)
        return entry === undefined ? [] : [{ entry, move }]
      })
      .toSorted((a, b) => b.entry.assets - a.entry.assets || a.move.clientId.localeCompare(b.move.clientId))
      .slice(0, SHOWN)
      .map(({ entry, move }) => ({
        clientId: move.clientId,
        name: entry.client.name,
        assets: entry.assets,
        from: cellText(nameOf(move.from), rules),
        to: cellText(nameOf(move.to), rules),
      })),
  }
}

const stateAt = (tx: ReadTx, at: string): ReadonlyMap<string, Cell> =>
  new Map(
    tx.segments
      .asOf(at)
      .flatMap(record =>
        record.style === 'left' ? [] : [[record.clientId, parseCell(record.tier, record.style)] as const],
      ),
  )

/** Every way from one recorded run to another. */
export const compareRuns = (workspace: Workspace, from: string, to: string): Migration =>
  workspace.store.read(tx => {
    const runs = segmentRuns(tx.settings)
    for (const run of [from, to])
      if (!runs.includes(run))
        throw new AppError('notFound', 'there is no such recorded run', { where: run, hint: 'choose one of the list' })
    const { flows, ...totals } = migrationMatrix(stateAt(tx, from), stateAt(tx, to))
    return { from, to, ...totals, flows: [...flows] }
  })
