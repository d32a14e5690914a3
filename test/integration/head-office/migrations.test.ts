import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../../src-main/head-office/database.ts'
import { migrate } from '../../../src-main/head-office/migrate.ts'
import { migrations } from '../../../src-main/head-office/migrations/index.ts'
import { newEpoch, openOffice } from '../../../src-main/head-office/office.ts'
import { officeDatabases, type OfficeDatabases } from '../../helpers/office-databases.ts'

describe.each(officeDatabases)('migrations on %s', (_name, open) => {
  let databases: OfficeDatabases
  let db: Database
  beforeAll(async () => {
    databases = await open()
  })
  afterAll(() => databases.close())

  const columns = async (table: string): Promise<readonly string[]> =>
    (
      await db.query<{ name: string }>(
        `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 order by ordinal_position`,
        [table],
      )
    ).map(r => r.name)

  test('each runs on the one before it and is not run again', async () => {
    db = await databases.fresh()
    const brings: Readonly<Record<string, readonly [string, string]>> = {
      '0001-change-log': ['changes', 'seq'],
      '0002-devices': ['devices', 'id'],
      '0003-outbox': ['outbox', 'entry'],
      '0004-shares': ['shares', 'token_hash'],
      '0005-evidence-heads': ['evidence_heads', 'device'],
      '0006-reply-forms': ['shares', 'kind'],
    }
    for (let n = 1; n <= migrations.length; n++) {
      const upTo = migrations.slice(0, n)
      const name = upTo.at(-1)?.name ?? ''
      const [table, column] = brings[name] ?? ['', '']
      expect(await columns(table)).not.toContain(column)
      expect(await migrate(db, upTo)).toEqual([name])
      expect(await columns(table)).toContain(column)
      expect(await migrate(db, upTo)).toEqual([])
    }
  })

  test('a page of one tier is read along the index, without sorting the book', async () => {
    db = await databases.fresh()
    await migrate(db)
    await db.query(
      `insert into changes select 'B0001', 'trades', 'T' || n, 1 + n % 5, n, false, '{}' from generate_series(1, 20000) as n`,
    )
    await db.script('analyze changes')
    const plan = await db.query<{ 'QUERY PLAN': string }>(
      `explain select key from changes where book = 'B0001' and stream = 'trades' and tier = 5 and seq > 100 order by seq limit 500`,
    )
    const text = plan.map(r => r['QUERY PLAN']).join('\n')
    expect(text).toContain('changes_in_order')
    expect(text).not.toContain('Sort')
  })

  test('a database of a newer head office is refused, untouched', async () => {
    db = await databases.fresh()
    await migrate(db)
    await db.query(`insert into migrations (name) values ('9999-future')`)
    await expect(migrate(db)).rejects.toThrow('newer head office (9999-future)')
    expect(await columns('changes')).toContain('seq')
  })

  test('a failing migration leaves nothing behind', async () => {
    db = await databases.fresh()
    const broken = [...migrations, { name: '0099-broken', sql: 'create table half (id int); select * from nowhere;' }]
    await expect(migrate(db, broken)).rejects.toThrow('nowhere')
    expect(await columns('half')).toEqual([])
    expect(await columns('changes')).toEqual([])
    expect(await migrate(db)).toEqual(migrations.map(m => m.name))
  })

  test('the epoch stays over restarts and changes after a restore was told', async () => {
    db = await databases.fresh()
    await migrate(db)
    const epoch = async (): Promise<string> =>
      (
        await openOffice(
          db,
          () => new Date(0),
          () => '',
        )
      ).epoch
    const first = await epoch()
    expect(await epoch()).toBe(first)
    await newEpoch(db)
    expect(await epoch()).not.toBe(first)
  })
})
