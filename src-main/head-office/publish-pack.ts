import { readFile } from 'node:fs/promises'
import { RulePackRow } from '../model/rule-pack-row.ts'
import { reference, writeChanges } from './change-log.ts'
import type { Database } from './database.ts'

const kinds = ['suitability', 'questionnaires'] as const

/** Sends a suitability pack or a version of the questionnaire to every workstation with its next sync. A published version keeps its text for ever. */
export const publishPack = async (db: Database, body: unknown): Promise<string> => {
  const given = Object(body) as Readonly<Record<'kind' | 'version' | 'effectiveOn', unknown>>
  const { version, effectiveOn } = given
  const kind = kinds.find(each => each === given.kind) ?? 'suitability'
  const row = RulePackRow.parse({ kind, version, effectiveOn, body })
  const key = `${row.kind}|${row.version}`
  return db.transaction(async tx => {
    const [there] = await tx.query<{ row: string | null }>(
      `select row from changes where book = $1 and stream = 'rulePacks' and key = $2 and not deleted`,
      [reference, key],
    )
    if (there !== undefined && there.row !== JSON.stringify(row))
      throw new Error(`Version ${row.version} was published before with another text. Give the new one another version`)
    if (there === undefined) await writeChanges(tx, reference, [{ op: 'put', stream: 'rulePacks', key, tier: 0, row }])
    return row.version
  })
}

export const publishPackFile = async (db: Database, file: string): Promise<string> => {
  try {
    return await publishPack(db, JSON.parse(await readFile(file, 'utf8')))
  } catch (cause) {
    throw new Error(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
