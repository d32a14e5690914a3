import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { suggestMapping } from '../../src-main/domain/import/suggest-mapping.ts'
import { importedAt, importPack, knownBook } from './import-pack.ts'
import { readSheet } from './read-sheet.ts'
import { readTables } from './read-tables.ts'

export type Rows = readonly (readonly [stream: string, row: Readonly<Record<string, unknown>>])[]

export interface Dirt {
  readonly name: string
  readonly file?: string
  readonly content: string | Uint8Array
  readonly rows?: Rows
  /** Line of the file and its reason. */
  readonly rejects?: readonly (readonly [line: number, reason: string])[]
  readonly duplicates?: number
  readonly skipped?: number
}

/** What becomes of a file, read for a book of two clients; accounts that lines bring along are left out. */
export const readDirt = async ({ file = 'a.csv', content }: Pick<Dirt, 'file' | 'content'>) => {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-dirt-'))
  try {
    const path = join(folder, file)
    writeFileSync(path, content)
    const sheets = (await readTables([path])).map(table => {
      const { row, mapping } = suggestMapping(table.rows, importPack())
      if (mapping === null) throw new Error('the head was not recognised')
      return readSheet(table, row, mapping, knownBook('C1'), importedAt)
    })
    return {
      rows: sheets.flatMap(({ rows }) =>
        rows.filter(each => each.stream !== 'accounts').map(({ stream, row }): [string, unknown] => [stream, row]),
      ),
      rejects: sheets.flatMap(({ rejects }) => rejects.map(({ line, reason }): [number, string] => [line, reason.zh])),
      duplicates: sheets.reduce((sum, each) => sum + each.duplicates, 0),
      skipped: sheets.reduce((sum, each) => sum + each.skipped, 0),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What the table says of a file is what becomes of it. */
export const expectDirt = async (dirt: Dirt): Promise<void> => {
  const { rows = [], rejects = [], duplicates = 0, skipped = 0 } = dirt
  const found = await readDirt(dirt)
  expect(found.rejects).toEqual(rejects)
  expect(found.rows.map(([stream]) => stream)).toEqual(rows.map(([stream]) => stream))
  for (const [i, [, row]] of rows.entries()) expect(found.rows[i]?.[1]).toMatchObject(row)
  expect([found.duplicates, found.skipped]).toEqual([duplicates, skipped])
}
