import { dayInChina } from '../../domain/portfolio/day-in-china.ts'
import type { ReplyAnswers } from '../../contract/deliveries.ts'
import { dayNumber, isoDate } from '../../domain/portfolio/day-number.ts'
import { AppError } from '../../model/app-error.ts'
import type { DeliveryTexts } from '../../model/delivery-texts.ts'
import { Engagement } from '../../model/engagement.ts'
import { EntryId } from '../../model/ids.ts'
import { Task } from '../../model/task.ts'
import { IsoTime } from '../../model/units.ts'
import type { Store, WriteTx } from '../ports/store.ts'
import { recordEntry } from '../sync/record-entry.ts'
import { replyTaskId, replyWords } from './task-words.ts'

interface Made {
  readonly at: string
  readonly id: string
}

const TITLE = 200

/**
 * A task for every answer that nobody has taken up: one a report, made once however often the answer arrives, since its
 * id follows from the report. A later answer opens a finished one again.
 */
export const raiseReplyTasks = (tx: WriteTx, texts: DeliveryTexts, at: string): number => {
  const answers = Map.groupBy(
    tx.engagements.all().filter(each => each.kind === 'answered' || each.kind === 'followedUp'),
    each => each.reportId,
  )
  let raised = 0
  for (const [reportId, events] of answers) {
    const newest = events.toSorted((a, b) => b.at.localeCompare(a.at))[0]
    if (newest === undefined || newest.kind === 'followedUp') continue
    const id = replyTaskId(reportId)
    const before = tx.tasks.byKey(id)
    if (before !== null && (before.state === 'open' || before.changedAt >= newest.at)) continue
    if (tx.clients.byKey(newest.clientId) === null) continue
    const madeAt = IsoTime.parse(at)
    const row = Task.parse({
      id,
      clientId: newest.clientId,
      kind: 'reply',
      title: replyWords(newest, texts).zh.slice(0, TITLE),
      dueOn: isoDate(dayNumber(dayInChina(newest.at)) + texts.days.task),
      state: 'open',
      changedAt: madeAt,
    })
    const entryId = EntryId.parse(`${id}-${newest.at.replaceAll(/\D/g, '')}`.slice(0, 64))
    recordEntry(tx, { id: entryId, madeAt, kind: 'task', row, base: before === null ? {} : { ...before } })
    raised += 1
  }
  return raised
}

const clientOf = (tx: WriteTx, reportId: string, given: string | null): string => {
  const record = tx.reports.byId(reportId)
  if (record === null) throw new AppError('notFound', 'there is no such report', { where: reportId })
  if (record.edition !== 'client')
    throw new AppError('invalidInput', 'an internal edition goes to no client, so none can have answered it', {
      where: reportId,
      hint: 'choose the client edition',
    })
  const clientId = record.clientId ?? given ?? tx.deliveries.ofReport(reportId)[0]?.clientId ?? null
  if (clientId === null || tx.clients.byKey(clientId) === null)
    throw new AppError('invalidInput', 'whose answer is it?', { where: reportId, hint: 'name the client' })
  return clientId
}

const record = (tx: WriteTx, row: Engagement): void =>
  recordEntry(tx, {
    id: EntryId.parse(`engagement-${row.id}`.slice(0, 64)),
    madeAt: row.at,
    kind: 'engagement',
    row,
  })

/** Answers that came back on paper or by word, on the day they were given. */
export const typeReply = (
  store: Store,
  request: {
    readonly reportId: string
    readonly clientId: string | null
    readonly on: string
    readonly answers: ReplyAnswers
  },
  texts: DeliveryTexts,
  made: Made,
): void =>
  store.write(tx => {
    const today = dayInChina(made.at)
    if (request.on > today)
      throw new AppError('invalidInput', 'the day lies ahead', { where: 'on', hint: 'name the day of the answer' })
    const clientId = clientOf(tx, request.reportId, request.clientId)
    const at = request.on === today ? made.at : `${request.on}T04:00:00.000Z`
    record(
      tx,
      Engagement.parse({
        id: `paper-${made.id}`,
        clientId,
        reportId: request.reportId,
        at,
        kind: 'answered',
        pages: null,
        answers: request.answers,
        source: 'paper',
      }),
    )
    raiseReplyTasks(tx, texts, made.at)
  })

/** The answer was taken up: the report is followed up and its task done. */
export const followUp = (store: Store, reportId: string, made: Made): void =>
  store.write(tx => {
    const at = IsoTime.parse(made.at)
    record(
      tx,
      Engagement.parse({
        id: `followed-${made.id}`,
        clientId: clientOf(tx, reportId, null),
        reportId,
        at,
        kind: 'followedUp',
        pages: null,
        answers: null,
        source: 'advisor',
      }),
    )
    const task = tx.tasks.byKey(replyTaskId(reportId))
    if (task === null || task.state === 'done') return
    const row = Task.parse({ ...task, state: 'done', changedAt: at })
    const id = EntryId.parse(`followed-task-${made.id}`)
    recordEntry(tx, { id, madeAt: at, kind: 'task', row, base: { ...task } })
  })
