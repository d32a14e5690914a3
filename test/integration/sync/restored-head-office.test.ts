import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EntryId } from '../../../src-main/model/ids.ts'
import { IsoTime } from '../../../src-main/model/units.ts'
import { recordEntry } from '../../../src-main/services/sync/record-entry.ts'
import { syncOnce } from '../../../src-main/services/sync/sync-once.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'
import { smallOffice } from '../../helpers/small-office.ts'
import { contentOf, syncDeps } from '../../helpers/sync-deps.ts'
import { tempStores } from '../../helpers/temp-store.ts'

const newStore = tempStores()

// told by the operator, or noticed because our cursors are ahead of it
test.each([true, false])(
  'a head office that was restored from an older backup is compared anew and gets again what it forgot (told: %s)',
  async restored => {
    const folder = mkdtempSync(join(tmpdir(), 'advisor-office-'))
    const [live, backup] = [join(folder, 'live'), join(folder, 'backup')]
    let office = await smallOffice({ databaseUrl: live })
    try {
      const token = await office.addBook('B1', 8)
      const { store } = newStore()
      await syncOnce(syncDeps(store, office.url, { token }))
      await office.close()
      cpSync(live, backup, { recursive: true })

      office = await smallOffice({ databaseUrl: live })
      // the last day: a new client, a deleted trade and a note of the advisor, all of which the backup does not know
      await office.write('B1', [
        { op: 'put', stream: 'clients', key: 'C00100', tier: 5, row: sampleRow('clients', 100) },
        { op: 'delete', stream: 'trades', key: 'T00001' },
      ])
      store.write(tx =>
        recordEntry(tx, {
          kind: 'contact',
          id: EntryId.parse('note-1'),
          madeAt: IsoTime.parse('2026-11-23T08:00:00.000Z'),
          row: { ...sampleRow('contacts', 1), id: 'local-note-1' },
        }),
      )
      expect((await syncOnce(syncDeps(store, office.url, { token }))).state).toBe('done')
      expect(store.read(tx => [tx.clients.byKey('C00100')?.id, tx.trades.byKey('T00001')])).toEqual(['C00100', null])
      await office.close()

      office = await smallOffice({ databaseUrl: backup, restored })
      const end = await syncOnce(syncDeps(store, office.url, { token }))
      expect([end.state, end.error]).toEqual(['done', null])
      expect(store.read(tx => [tx.clients.byKey('C00100'), tx.trades.byKey('T00001')?.id])).toEqual([null, 'T00001'])
      expect(store.read(tx => tx.contacts.byKey('local-note-1')?.id)).toBe('local-note-1')
      const { store: fresh } = newStore()
      await syncOnce(syncDeps(fresh, office.url, { token }))
      expect(contentOf(store)).toEqual(contentOf(fresh))
    } finally {
      await office.close()
      rmSync(folder, { recursive: true })
    }
  },
  120_000,
)
