import { dayInChina } from '../../domain/portfolio/day-in-china.ts'
import { dayNumber, isoDate } from '../../domain/portfolio/day-number.ts'
import { AppError } from '../../model/app-error.ts'
import { SegmentReview } from '../../model/report/segment-review.ts'
import { cellOf } from '../book/cell-name.ts'
import type { ClientEntry } from '../book/client-entry.ts'
import { movesBetween } from '../book/moves.ts'
import { segmentRuns } from '../book/segment-runs.ts'
import type { ReadTx } from '../ports/store.ts'
import { STYLES, TIERS } from '../matrix/cell-figures.ts'
import { readSettings } from '../settings/settings.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { reportRow } from './report-row.ts'

/** Days of the review's period; the subject of the report. */
export const REVIEW_DAYS = { month: 30, quarter: 91, year: 365 } as const
export type ReviewPeriod = keyof typeof REVIEW_DAYS
const LISTED = 100_000
const ANSWERED: ReadonlySet<string> = new Set(['answered', 'followedUp'])

export const reviewPeriod = (subject: string): ReviewPeriod => {
  if (subject === 'month' || subject === 'quarter' || subject === 'year') return subject
  throw new AppError('invalidInput', `no review period "${subject}"`, { hint: 'choose month, quarter or year' })
}

/** Clients who came into each cell and left it since the last run before the period; the first run is the start of an early book. */
const moved = (tx: ReadTx, from: string): { readonly in: Map<string, number>; readonly out: Map<string, number> } => {
  const counts = { in: new Map<string, number>(), out: new Map<string, number>() }
  const runs = segmentRuns(tx.settings)
  const first = runs.findLast(({ at }) => dayInChina(at) <= from) ?? runs[0]
  const last = runs.at(-1)
  if (first === undefined || last === undefined || first === last) return counts
  const { moves, gone } = movesBetween(tx, first, last)
  for (const move of moves) {
    if (move.from === null) continue
    counts.out.set(move.from, (counts.out.get(move.from) ?? 0) + 1)
    if (move.to !== null) counts.in.set(move.to, (counts.in.get(move.to) ?? 0) + 1)
  }
  for (const [cell, clients] of gone) counts.out.set(cell, (counts.out.get(cell) ?? 0) + clients)
  return counts
}

/**
 * How the book of one advisor stands and was served over the period; no client is named. A client's contacts due are the
 * whole cadences of its cell within the period, and of its contacts no more than those count as made.
 */
export const segmentReview = (workspace: Workspace, period: ReviewPeriod): SegmentReview => {
  const book = workspace.book()
  const { segments } = workspace.rules
  const { overdueMark, mismatchMark } = readSettings(workspace.store)
  const days = REVIEW_DAYS[period]
  const to = book.dataDate
  const from = isoDate(dayNumber(to) - days + 1)
  return workspace.store.read(tx => {
    const contacts = new Map(tx.contacts.summaries(from).map(row => [row.clientId as string, row.count]))
    const reports = Map.groupBy(
      tx.reports
        .all(LISTED)
        .flatMap(record => reportRow(record) ?? [])
        .filter(row => row.kind === 'account' && row.edition === 'client' && dayInChina(row.madeAt) >= from),
      row => row.subject,
    )
    const moves = moved(tx, from)
    const groups = Map.groupBy(book.entries, entry => entry.cell)
    const cells = TIERS.flatMap(tier =>
      STYLES.map(style => {
        const name = cellOf(tier, style)
        const entries = groups.get(name) ?? []
        const cadence = segments.cells.find(cell => cell.tier === tier && cell.style === style)?.service.cadenceDays
        const due = cadence === undefined ? 0 : Math.floor(days / cadence)
        const count = (pick: (entry: ClientEntry) => boolean): number => entries.filter(pick).length
        const held = entries.flatMap(entry => reports.get(entry.client.id) ?? [])
        return {
          tier,
          style,
          clients: entries.length,
          assets: entries.reduce((sum, entry) => sum + entry.assets, 0),
          movedIn: moves.in.get(name) ?? 0,
          movedOut: moves.out.get(name) ?? 0,
          contactsDue: due * entries.length,
          contactsMade: entries.reduce((sum, entry) => sum + Math.min(due, contacts.get(entry.client.id) ?? 0), 0),
          overdue: count(entry => entry.service.kind === 'overdue'),
          mismatched: count(entry => entry.mismatchValue > 0),
          undetermined: count(entry => entry.holdings.some(holding => holding.verdict === 'undetermined')),
          reportsSent: held.filter(row => row.state !== 'made' && row.state !== 'withdrawn').length,
          reportsAnswered: held.filter(row => ANSWERED.has(row.state)).length,
        }
      }),
    )
    return SegmentReview.parse({
      kind: 'segments',
      date: workspace.today(),
      from,
      to,
      cells,
      unplaced: groups.get('undetermined')?.length ?? 0,
      pack: segments.version,
      limits: { overdue: overdueMark, mismatched: mismatchMark },
    })
  })
}
