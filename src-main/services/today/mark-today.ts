import type { TodayMark } from '../../contract/today.ts'
import { dayNumber, isoDate } from '../../domain/portfolio/day-number.ts'
import type { TodayCandidate } from '../../domain/segmentation/today.ts'
import { AppError } from '../../model/app-error.ts'
import { EntryId } from '../../model/ids.ts'
import { Task } from '../../model/task.ts'
import type { TodayPack } from '../../model/today-pack.ts'
import { IsoTime } from '../../model/units.ts'
import type { Store, WriteTx } from '../ports/store.ts'
import { recordEntry } from '../sync/record-entry.ts'

const PREFIX = 'today-'

export const isMark = (task: Task): boolean => task.id.startsWith(PREFIX)

/** A mark as the list reads it; null once its hold is over. */
export const markOf = (task: Task, holdDays: TodayPack['holdDays'], today: string): TodayCandidate['mark'] => {
  if (task.state === 'later') return task.dueOn === null ? null : { kind: 'later', until: task.dueOn }
  if (task.state === 'open' || task.dueOn === null) return null
  const until = isoDate(dayNumber(task.dueOn) + holdDays[task.state])
  return until > today ? { kind: task.state } : null
}

export interface MarkRequest {
  readonly clientIds: readonly string[]
  readonly mark: TodayMark
  readonly until: string | null
  readonly title: string
  readonly today: string
}

/**
 * Takes clients off the list of today: one mark each as a task, and every open task of theirs that the mark settles, all
 * in one transaction with their outbox entries.
 */
export const markToday = (
  store: Store,
  request: MarkRequest,
  made: { readonly at: string; readonly id: string },
): { readonly markId: string } => {
  const { mark, until, today } = request
  if ((mark === 'later') !== (until !== null) || (until !== null && until <= today))
    throw new AppError('invalidInput', 'a client is put off until a day after today', { where: 'until' })
  const at = IsoTime.parse(made.at)
  store.write(tx =>
    [...new Set(request.clientIds)].forEach((id, n) => markClient(tx, id, request, `${made.id}-${n}`, at)),
  )
  return { markId: made.id }
}

const markClient = (tx: WriteTx, clientId: string, request: MarkRequest, id: string, at: IsoTime): void => {
  const { mark, until, today } = request
  if (tx.clients.byKey(clientId) === null)
    throw new AppError('notFound', 'there is no such client in this book', { where: clientId })
  const open = tx.tasks.ofClient(clientId).filter(task => !isMark(task) && task.state !== 'done')
  const settled = open.filter(task => task.state !== 'notRelevant' && (task.dueOn === null || task.dueOn <= today))
  const row = Task.parse({
    id: `${PREFIX}${id}`,
    clientId,
    kind: 'contact',
    title: request.title.slice(0, 200) || clientId,
    dueOn: until ?? today,
    state: mark,
    changedAt: at,
  })
  recordEntry(tx, { id: EntryId.parse(`${PREFIX}${id}-0`), madeAt: at, kind: 'task', row, base: {} })
  settled.forEach((task, i) =>
    recordEntry(tx, {
      id: EntryId.parse(`${PREFIX}${id}-${i + 1}`),
      madeAt: at,
      kind: 'task',
      row: Task.parse({ ...task, state: mark, dueOn: until ?? task.dueOn, changedAt: at }),
      base: { ...task },
    }),
  )
}

/** Takes a mark back while all of it waits in the outbox, and puts the settled tasks back as they were. */
export const unmarkToday = (store: Store, markId: string): void =>
  store.write(tx => {
    const prefix = `${PREFIX}${markId}-`
    const entries = tx.sync
      .waiting()
      .flatMap(entry => (entry.kind === 'task' && entry.id.startsWith(prefix) ? entry : []))
    const marks = tx.tasks.all().filter(task => task.id.startsWith(prefix))
    if (marks.length === 0 || marks.some(mark => !entries.some(entry => entry.id === `${mark.id}-0`)))
      throw new AppError('notFound', 'this mark was already sent to head office', {
        hint: 'the client comes back by itself when the hold is over',
      })
    for (const entry of entries) {
      tx.sync.withdraw(entry.id)
      const before = Task.safeParse(entry.base)
      if (before.success) tx.tasks.put(before.data)
      else tx.tasks.remove(entry.row.id)
    }
  })
