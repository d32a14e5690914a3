import { expect, it } from 'vitest'
import { Client } from '../../src-main/model/client.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { sampleRow } from '../helpers/sample-rows.ts'

const open = openedBooks()

it('the limits of a level are the stricter of pack and cell in the diagnosis, on the suitability page and in the matrix', async () => {
  const { store, workspace, api } = await open()
  const client = Client.parse({
    ...sampleRow('clients', 1),
    riskCapacity: 'C3',
    averageAssets: 2_000_000_000,
    latestAssets: 2_000_000_000,
    cash: 2_000_000_000,
  })
  store.write(tx => tx.clients.put(client))
  workspace.recordCells()
  const page = (await api.suitability.account({ clientId: client.id })).caps
  const { suitability } = await api.clients.diagnosis({ id: client.id })
  const limits = Object.fromEntries(suitability.caps.map(cap => [cap.kind, cap.limit.value]))
  expect(limits).toEqual(page)
  const { tier, style } = (await api.clients.view({ id: client.id })).segment
  const cell = await api.matrix.cell({ tier: tier ?? 1, style: style ?? 'wealth' })
  expect(cell.risk.levels.find(line => line.level === 'C3')).toMatchObject(page ?? {})
})
