import type { BatchBody, BatchWish } from '../../contract/batches.ts'
import { AppError } from '../../model/app-error.ts'
import { cellOf } from '../book/cell-name.ts'
import type { Chance, Clock } from '../ports/clock.ts'
import { reportRow } from '../reports/report-row.ts'
import type { Workspace } from '../workspace/workspace.ts'

const KEPT = 100
const LOOK_BACK = 100_000

const subjectsOf = (workspace: Workspace, { source }: BatchWish): readonly string[] => {
  if (source.by === 'selection') return [...new Set(source.subjects)]
  const cell = cellOf(source.tier, source.style)
  return workspace
    .book()
    .entries.filter(entry => entry.cell === cell)
    .toSorted((a, b) => b.assets - a.assets)
    .map(entry => entry.client.id)
}

/** Subjects whose newest report of this kind was made from the data of today. */
const upToDate = (workspace: Workspace, wish: BatchWish, kind: BatchBody['kind']): ReadonlySet<string> => {
  if (!wish.onlyStale) return new Set()
  const { dataDate } = workspace.book()
  return workspace.store.read(
    tx =>
      new Set(
        tx.reports
          .all(LOOK_BACK)
          .flatMap(record => reportRow(record) ?? [])
          .filter(
            row =>
              row.kind === kind &&
              row.edition === wish.edition &&
              row.locale === wish.locale &&
              row.dataDate >= dataDate &&
              row.state !== 'withdrawn',
          )
          .map(row => row.subject),
      ),
  )
}

/** Writes the batch down, richest client first in a cell; nothing is made yet. */
export const startBatch = (
  workspace: Workspace,
  { clock, chance }: { readonly clock: Clock; readonly chance: Chance },
  wish: BatchWish,
): string => {
  const { source, edition, locale } = wish
  const kind = source.by === 'cell' ? 'account' : source.kind
  const wanted = subjectsOf(workspace, wish)
  const known = upToDate(workspace, wish, kind)
  const subjects = wanted.filter(subject => !known.has(subject))
  if (subjects.length === 0)
    throw wanted.length === 0
      ? new AppError('notFound', 'no client is in this cell', { hint: 'choose another cell' })
      : new AppError('invalidInput', 'every report of this choice is up to date', {
          hint: 'make them again by taking those of today along',
        })
  const body: BatchBody = {
    kind,
    cell: source.by === 'cell' ? { tier: source.tier, style: source.style } : null,
    edition,
    locale,
    skipped: wanted.length - subjects.length,
    stopped: null,
    instead: null,
  }
  const id = chance.id()
  workspace.store.write(tx => {
    tx.batches.put({ id, at: clock.now(), state: 'running', body })
    subjects.forEach((subject, i) =>
      tx.batches.putItem(id, {
        number: i + 1,
        subject,
        clientId: kind === 'account' ? subject : null,
        state: 'waiting',
        reportId: null,
        fault: null,
      }),
    )
    tx.batches.keepNewest(KEPT)
  })
  return id
}
