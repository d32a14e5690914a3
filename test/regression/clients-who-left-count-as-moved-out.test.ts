import { expect, it } from 'vitest'
import { Client } from '../../src-main/model/client.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { sampleRow } from '../helpers/sample-rows.ts'

const open = openedBooks()

it('a client whom a sync took out of the book counts as left and as moved out of its cell', async () => {
  const { store, workspace, api, setNow } = await open()
  store.write(tx => {
    for (const n of [1, 2, 3])
      tx.clients.put(Client.parse({ ...sampleRow('clients', n), averageAssets: 100, latestAssets: 100, cash: 100 }))
  })
  workspace.recordCells()
  const before = (await api.matrix.view({})).cells.find(cell => cell.count > 0)
  expect(before?.count).toBe(3)
  // As a pull does: the client and everything that belongs to it, its history included, is erased.
  store.write(tx => {
    tx.sync.applyPage({
      stream: 'clients',
      tier: 1,
      cursor: '1',
      more: false,
      at: '2026-11-24T01:00:00.000Z',
      changes: [{ kind: 'delete', key: Client.parse(sampleRow('clients', 3)).id, seq: 9 }],
    })
  })
  setNow('2026-11-24T02:00:00.000Z')
  workspace.recordCells()
  const view = await api.matrix.view({})
  const after = view.cells.find(cell => cell.tier === before?.tier && cell.style === before.style)
  expect(after).toMatchObject({ count: 2, movedIn: 0, movedOut: 1 })
  expect(view.moves).toMatchObject({ total: 0, added: 0, left: 1 })
  const panel = await api.matrix.cell({ tier: after?.tier ?? 1, style: after?.style ?? 'wealth' })
  expect(panel).toMatchObject({ gone: 1, movedTotal: 0 })
  const [to, from] = await api.segmentRules.runs({})
  expect(await api.segmentRules.compare({ from: from?.at ?? '', to: to?.at ?? '' })).toMatchObject({
    stayed: 2,
    left: 1,
  })
})
