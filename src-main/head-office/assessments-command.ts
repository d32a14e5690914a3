import { parseArgs } from 'node:util'
import { decideAssessment, heldAssessments, type HeldAssessment } from './held-assessments.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './start.ts'

export const assessmentsUsage = `head-office assessments list [--json]
head-office assessments release <id> --by "name" [--note "…"]
head-office assessments decline <id> --by "name" --note "why"
            each with [--book B0001] [--database postgres://… | folder]`

const options = {
  book: { type: 'string', default: 'B0001' },
  database: { type: 'string' },
  by: { type: 'string' },
  note: { type: 'string', default: '' },
  json: { type: 'boolean', default: false },
} as const

const lineOf = (each: HeldAssessment): string =>
  `${each.id}  ${each.date}  ${each.clientName} ${each.clientId}  ${each.level ?? '—'} -> ${each.result}  ${each.why.join(', ') || '—'}  answered by ${each.answeredBy}, ${each.version}`

/** Lists, releases and declines results that workstations held back; beside a running head office on PostgreSQL. */
export const assessmentsCommand = async (args: readonly string[]): Promise<void> => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const [what, id, ...rest] = positionals
  const { book, by, note } = values
  const database = values.database ?? process.env['DATABASE_URL']
  if (database === undefined || database === '')
    throw new Error('name the database with --database or DATABASE_URL: one in memory holds no assessment')
  const decisions = { release: 'released', decline: 'declined' } as const
  const decision = what === 'release' || what === 'decline' ? decisions[what] : null
  if ((what !== 'list' && decision === null) || (decision !== null) !== (id !== undefined) || rest.length > 0)
    throw new Error(`which assessment, and what about it?\n${assessmentsUsage}`)
  if (decision !== null && (by === undefined || by.trim() === ''))
    throw new Error('say with --by who decides: the name goes to the workstation with the decision')
  if (decision === 'declined' && note.trim() === '')
    throw new Error('say with --note why it is declined: the advisor has to tell the client')
  const db = await openDatabase(database)
  try {
    await migrate(db)
    if (decision === null || id === undefined) {
      const waiting = await heldAssessments(db, book)
      if (values.json) console.log(JSON.stringify(waiting, null, 2))
      else console.log(waiting.length === 0 ? `Nothing waits in book ${book}` : waiting.map(lineOf).join('\n'))
      return
    }
    await decideAssessment(db, book, id, { decision, by: (by ?? '').trim(), note: note.trim() }, new Date())
    console.log(`${decision === 'released' ? 'Released' : 'Declined'} ${id}; the workstation has it with its next sync`)
  } finally {
    await db.close()
  }
}
