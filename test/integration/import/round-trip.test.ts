import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, asyncProperty, array, constantFrom, integer, option, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeTable } from '../../../src-main/adapters/files/write-table.ts'
import { clientRows } from '../../../src-main/services/clients/client-rows.ts'
import { clientTable } from '../../../src-main/services/clients/export-clients.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'
import { previewed } from '../../helpers/import-steps.ts'
import { openedBooks } from '../../helpers/opened-book.ts'
import { Client } from '../../../src-main/model/client.ts'

const newBook = openedBooks()

const facts = record({
  name: constantFrom('陆知远', '=王小明', '某某（北京）有限公司', 'O"Neil, J'),
  latestAssets: option(integer({ min: 0, max: 10 ** 12 })),
  cash: option(integer({ min: -(10 ** 9), max: 10 ** 11 })),
  riskCapacity: option(constantFrom('C1min', 'C1', 'C2', 'C3', 'C4', 'C5')),
  validUntil: option(constantFrom('2026-01-30', '2024-02-29')),
})

const columns = [
  { field: 'id', title: '客户号' },
  { field: 'name', title: '姓名' },
  { field: 'assets', title: '总资产' },
  { field: 'cash', title: '现金' },
  { field: 'riskCapacity', title: 'C级' },
  { field: 'validUntil', title: '测评有效期' },
] as const

describe('clients exported and imported again', () => {
  test.each(['csv', 'xlsx'] as const)('by %s change in nothing', async format => {
    const folder = mkdtempSync(join(tmpdir(), 'advisor-round-'))
    const book = await newBook()
    try {
      await assert(
        asyncProperty(array(facts, { minLength: 1, maxLength: 12 }), async all => {
          const made = all.map((each, i) =>
            Client.parse({ ...sampleRow('clients', i + 1), ...each, latestAssets: each.latestAssets ?? 0 }),
          )
          book.store.write(tx => {
            for (const { id } of tx.clients.all()) tx.clients.remove(id)
            for (const client of made) tx.clients.put(client)
          })
          const rows = clientRows(book.workspace.book(), { tags: new Map(), waiting: new Map() }, name => name)
          const ids = rows.map(row => row.id)
          const request = { ids, columns, title: '客户', format, masked: false, locale: 'zh-CN' } as const
          const path = join(folder, `clients.${format}`)
          writeFileSync(path, await writeTable(format, clientTable(rows, request)))
          const source = book.imports.open([path])
          const { counts, tables } = await previewed(book.api.imports, { source, clientId: null, mappings: [] })
          expect(tables[0]?.rejects).toEqual([])
          expect(counts).toEqual([{ stream: 'clients', added: 0, changed: 0, same: made.length }])
        }),
        { numRuns: 15 },
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
