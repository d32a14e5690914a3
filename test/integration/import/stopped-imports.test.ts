import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tableFiles } from '../../../src-main/adapters/files/table-files.ts'
import { importStages } from '../../../src-main/adapters/sqlite/import-stage.ts'
import { openStore } from '../../../src-main/adapters/sqlite/open-store.ts'
import { breathe } from '../../../src-main/adapters/system/breathe.ts'
import { systemChance, systemClock } from '../../../src-main/adapters/system/clock.ts'
import type { ImportStep } from '../../../src-main/contract/imports.ts'
import { loadImportPack } from '../../../src-main/engine/load-import-pack.ts'
import { Imports } from '../../../src-main/services/import/imports.ts'
import type { Client } from '../../../src-main/model/client.ts'
import { ClientId } from '../../../src-main/model/ids.ts'
import type { Store } from '../../../src-main/services/ports/store.ts'
import { applied, lastStep, previewed, undone } from '../../helpers/import-steps.ts'
import { openedBooks, type OpenedBook } from '../../helpers/opened-book.ts'

const newBook = openedBooks()
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-stopped-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const LINES = 6000
const lines = Array.from({ length: LINES }, (_, i) => `C${i},客户${i},${i % 2 === 0 ? '男' : '女'}`).join('\n')

const request = ({ imports }: OpenedBook) => {
  const path = join(folder, 'many.csv')
  writeFileSync(path, `客户号,姓名,性别\n${lines}\n`)
  return { source: imports.open([path]), clientId: null, mappings: [] }
}

/** Does something at the first step of a kind, and goes on to the end. */
const at = async (steps: AsyncIterable<ImportStep>, kind: ImportStep['kind'], work: () => void) => {
  const kinds: string[] = []
  for await (const step of steps) {
    if (step.kind === kind && !kinds.includes(kind)) work()
    kinds.push(step.kind)
  }
  return kinds
}

const clientsOf = (store: Store): number => store.read(tx => tx.clients.count())

const clientRows = (store: Store): readonly Client[] =>
  store.read(tx => [...tx.clients.all()]).toSorted((a, b) => a.id.localeCompare(b.id))

const nextRun = (): Imports =>
  new Imports({
    files: tableFiles,
    openStage: importStages(folder),
    pack: loadImportPack(join(import.meta.dirname, '../../../resources')),
    clock: systemClock,
    chance: systemChance,
    breathe,
    log: fault => {
      throw fault
    },
    holdNews: () => () => undefined,
  })

/** The next start of the program on a copy of the book: nothing of the import is left in it. */
const takenBackIn = async (book: OpenedBook, copy: string, then: (store: Store) => void): Promise<void> => {
  const store = openStore({ path: copy, rawKey: book.rawKey() })
  try {
    expect(clientsOf(store)).toBeGreaterThan(0)
    const imports = nextRun()
    imports.begin(store)
    await imports.settled()
    expect(clientsOf(store)).toBe(0)
    then(store)
  } finally {
    store.close()
  }
}

describe('a long import', () => {
  test('says how far it is, in lines read and rows written', async () => {
    const book = await newBook()
    const asked = request(book)
    const read: ImportStep[] = []
    for await (const step of await book.api.imports.preview(asked)) read.push(step)
    const reading = read.filter(step => step.kind === 'reading')
    expect(reading.length).toBeGreaterThan(5)
    expect(reading.map(step => step.rows)).toEqual(reading.map(step => step.rows).toSorted((a, b) => a - b))
    expect(reading.at(-1)).toMatchObject({ rows: LINES, share: 1 })
    const written: ImportStep[] = []
    for await (const step of await book.api.imports.apply(asked)) written.push(step)
    // what was previewed is written as it stands: nothing is read again
    expect(written.map(step => step.kind).filter(kind => kind !== 'writing')).toEqual(['written'])
    expect(written.at(-2)).toEqual({ kind: 'writing', rows: LINES, of: LINES })
  })

  test('writes what was previewed, whatever became of the file since', async () => {
    const book = await newBook()
    const asked = request(book)
    await previewed(book.api.imports, asked)
    writeFileSync(join(folder, 'many.csv'), '客户号,姓名\nX1,别人\n')
    await applied(book.api.imports, asked)
    expect(clientsOf(book.store)).toBe(LINES)
    expect(book.store.read(tx => tx.clients.byKey('X1'))).toBeNull()
  })

  test.each(['reading', 'comparing'] as const)('is stopped while %s, and can be looked at again', async kind => {
    const book = await newBook()
    const asked = request(book)
    expect((await at(await book.api.imports.preview(asked), kind, () => book.imports.cancel())).at(-1)).toBe(
      'cancelled',
    )
    expect((await previewed(book.api.imports, asked)).tables[0]?.ready).toBe(LINES)
  })

  test('is stopped while it is written, and the book is as it was', async () => {
    const book = await newBook()
    const kinds = await at(await book.api.imports.apply(request(book)), 'writing', () => {
      expect(clientsOf(book.store)).toBeGreaterThan(0)
      book.imports.cancel()
    })
    expect(kinds.at(-1)).toBe('cancelled')
    expect(kinds).toContain('undoing')
    expect(clientsOf(book.store)).toBe(0)
    expect(await book.api.imports.list({})).toEqual([])
    // neither the stage nor a second copy of the rows is left
    expect(readdirSync(dirname(book.path)).filter(name => name.endsWith('.stage'))).toEqual([])
    expect(book.store.read(tx => tx.imports.unfinished())).toEqual([])
  })

  test('is taken back when the program died in the middle of writing it', async () => {
    const book = await newBook()
    const copy = join(folder, 'died.db')
    await at(await book.api.imports.apply(request(book)), 'writing', () => book.store.copyTo(copy))
    await takenBackIn(book, copy, store => expect(store.read(tx => tx.imports.unfinished())).toEqual([]))
  })

  test('being taken back goes on when the program died in the middle of it', async () => {
    const book = await newBook()
    const { id } = await applied(book.api.imports, request(book))
    const copy = join(folder, 'died.db')
    await at(await book.api.imports.undo({ id }), 'undoing', () => book.store.copyTo(copy))
    await takenBackIn(book, copy, store =>
      expect(store.read(tx => tx.imports.byId(id))).toMatchObject({ state: 'done' }),
    )
  })

  test('that is stopped while it is taken back stands as it did, and can be taken back later', async () => {
    const book = await newBook()
    // half of the clients are here already under other names
    const path = join(folder, 'earlier.csv')
    writeFileSync(path, `客户号,姓名\n${Array.from({ length: LINES / 2 }, (_, i) => `C${i},原名${i}`).join('\n')}\n`)
    await applied(book.api.imports, { source: book.imports.open([path]), clientId: null, mappings: [] })
    const early = clientRows(book.store)
    const { id } = await applied(book.api.imports, request(book))
    book.store.write(tx => {
      // one of the rows that are taken back first is changed since
      const row = tx.clients.byKey(`C${LINES - 2}`)
      if (row !== null) tx.clients.put({ ...row, phone: '13800000000' })
    })
    const before = clientRows(book.store)
    const kinds = await at(await book.api.imports.undo({ id }), 'undoing', () => {
      expect(clientsOf(book.store)).toBeLessThan(LINES)
      book.imports.cancel()
    })
    expect(kinds).toContain('redoing')
    expect(kinds.at(-1)).toBe('cancelled')
    expect(clientRows(book.store)).toEqual(before)
    expect(book.store.read(tx => tx.imports.byId(id))).toMatchObject({ state: 'done', undoneAt: null })
    expect(await undone(book.api.imports, id)).toEqual({ restored: LINES - 1, kept: 1 })
    const kept = before.filter(row => row.id === `C${LINES - 2}`)
    expect(clientRows(book.store)).toEqual([...early, ...kept].toSorted((a, b) => a.id.localeCompare(b.id)))
    // no second copy of the rows is left
    expect(book.store.read(tx => tx.imports.rowCount(id))).toBe(0)
  })

  test('that was changed while it was put in place again keeps the change', async () => {
    const book = await newBook()
    const { id } = await applied(book.api.imports, request(book))
    let isChanged = false
    const kinds = await at(await book.api.imports.undo({ id }), 'undoing', () => book.imports.cancel())
    expect(kinds).toContain('redoing')
    await at(await book.api.imports.undo({ id }), 'undoing', () => {
      // somebody writes a row that was taken back already, then thinks better of the undo
      const [gone] = Array.from({ length: LINES }, (_, i) => `C${i}`).filter(
        key => book.store.read(tx => tx.clients.byKey(key)) === null,
      )
      const other = book.store.read(tx => [...tx.clients.all()])[0]
      if (gone === undefined || other === undefined) throw new Error('nothing was taken back')
      book.store.write(tx => tx.clients.put({ ...other, id: ClientId.parse(gone), name: '后来的人' }))
      isChanged = true
      book.imports.cancel()
    })
    expect(isChanged).toBe(true)
    const rows = clientRows(book.store)
    expect(rows).toHaveLength(LINES)
    expect(rows.filter(row => row.name === '后来的人')).toHaveLength(1)
    expect(await undone(book.api.imports, id)).toEqual({ restored: LINES - 1, kept: 1 })
    expect(clientRows(book.store).map(row => row.name)).toEqual(['后来的人'])
  })

  test('being put in place again goes on when the program died in the middle of it', async () => {
    const book = await newBook()
    const { id } = await applied(book.api.imports, request(book))
    const before = clientRows(book.store)
    const copy = join(folder, 'died.db')
    let steps = 0
    for await (const step of await book.api.imports.undo({ id })) {
      // three pages are taken back, one is put in place again
      if (step.kind === 'undoing' && ++steps === 3) book.imports.cancel()
      if (step.kind === 'redoing' && !existsSync(copy)) book.store.copyTo(copy)
    }
    const store = openStore({ path: copy, rawKey: book.rawKey() })
    try {
      expect(clientsOf(store)).toBeLessThan(LINES)
      expect(store.read(tx => tx.imports.byId(id))).toMatchObject({ state: 'redoing' })
      const imports = nextRun()
      imports.begin(store)
      await imports.settled()
      expect(clientRows(store)).toEqual(before)
      expect(store.read(tx => tx.imports.byId(id))).toMatchObject({ state: 'done', undoneAt: null })
    } finally {
      store.close()
    }
  })

  test('is one at a time', async () => {
    const book = await newBook()
    const asked = request(book)
    const steps = await book.api.imports.preview(asked)
    await steps.next()
    await expect(lastStep(await book.api.imports.preview(asked), 'preview')).rejects.toThrow(
      'another import is running',
    )
    await steps.return(undefined)
  })

  test('leaves nothing readable in the stage on the disk', async () => {
    const book = await newBook()
    await at(await book.api.imports.preview(request(book)), 'comparing', () => {
      const names = readdirSync(dirname(book.path)).filter(name => name.includes('.stage'))
      expect(names.length).toBeGreaterThan(0)
      for (const name of names) expect(readFileSync(join(dirname(book.path), name)).includes('客户')).toBe(false)
    })
    // closing the book erases it
    book.imports.close()
    expect(readdirSync(dirname(book.path)).filter(name => name.includes('.stage'))).toEqual([])
  })
})
