import type { Migration } from '../../contract/segment-rules.ts'
import { migrationMatrix, type Cell } from '../../domain/segmentation/migration.ts'
import { AppError } from '../../model/app-error.ts'
import type { BiText } from '../../model/text.ts'
import { parseCell } from '../book/cell-name.ts'
import { movesBetween, placeOf } from '../book/moves.ts'
import { segmentRuns } from '../book/segment-runs.ts'
import { moveText } from '../matrix/cell-text.ts'
import type { ReadTx } from '../ports/store.ts'
import type { Workspace } from '../workspace/workspace.ts'

const stateAt = (tx: ReadTx, at: string): ReadonlyMap<string, Cell> =>
  new Map(
    tx.segments
      .cells(at)
      .flatMap(record =>
        record.style === 'left' ? [] : [[record.clientId, parseCell(record.tier, record.style)] as const],
      ),
  )

type FlowClients = {
  readonly clientId: string
  readonly name: string
  readonly assets: number
  readonly why: BiText
}[]

const FLOW_SHOWN = 200

export interface FlowRequest {
  readonly from: string
  readonly to: string
  /** Null is outside the book. */
  readonly fromCell: string | null
  readonly toCell: string | null
}

/** Clients of the book who went one way between two runs, the largest first. */
export const flowClients = (workspace: Workspace, { from, to, fromCell, toCell }: FlowRequest): FlowClients => {
  const book = workspace.book()
  const [before, after] = workspace.store.read(tx =>
    [from, to].map(at => new Map(tx.segments.cells(at).map(record => [record.clientId, placeOf(record)]))),
  )
  return book.entries
    .filter(({ client }) => (before?.get(client.id) ?? null) === fromCell && (after?.get(client.id) ?? null) === toCell)
    .toSorted((a, b) => b.assets - a.assets || (a.client.id < b.client.id ? -1 : 1))
    .slice(0, FLOW_SHOWN)
    .map(entry => ({
      clientId: entry.client.id,
      name: entry.client.name,
      assets: entry.assets,
      why: moveText(fromCell, entry, workspace.rules),
    }))
}

/** Every way from one recorded run to another. */
export const compareRuns = (workspace: Workspace, from: string, to: string): Migration =>
  workspace.store.read(tx => {
    const runs = segmentRuns(tx.settings)
    const find = (at: string) => {
      const run = runs.find(each => each.at === at)
      if (run !== undefined) return run
      throw new AppError('notFound', 'there is no such recorded run', { where: at, hint: 'choose one of the list' })
    }
    const { gone } = movesBetween(tx, find(from), find(to))
    const { flows, ...totals } = migrationMatrix(stateAt(tx, from), stateAt(tx, to), gone)
    return { from, to, ...totals, flows: [...flows] }
  })
