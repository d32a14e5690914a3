import { expect, it } from 'vitest'
import { clientOn } from '../../src-main/services/book/suitability-facts.ts'
import { Client } from '../../src-main/model/client.ts'
import { IsoDate } from '../../src-main/model/units.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { listedClients } from '../helpers/listed-clients.ts'

const open = openedBooks()

/** As the default packs say. */
const rules = { evidenceWithoutEnd: ['A'] } as const

const client = Client.parse({
  id: 'C1',
  name: '周远',
  kind: 'person',
  gender: null,
  idType: null,
  idNumber: null,
  birthDate: '1970-01-01',
  phone: null,
  email: null,
  openedOn: null,
  branch: null,
  bookTier: 5,
  investorType: 'professional',
  professionalClass: 'C',
  professionalUntil: '2026-06-30',
  riskCapacity: 'C2',
  assessedOn: '2026-01-05',
  validUntil: '2027-01-05',
  term: 2,
  variety: 2,
  objective: null,
  averageAssets: null,
  latestAssets: null,
  cash: null,
  marginDebt: null,
  revenue365: null,
  advisory: false,
  doNotDisturb: false,
  consentEmail: false,
  consentShare: false,
})

it('takes a status without its class for none: nothing about it could be checked', () => {
  const unknown = { ...client, professionalClass: null, professionalUntil: null }
  expect(clientOn(unknown, '2026-06-30', rules).investorType).toBe('ordinary')
  expect(clientOn({ ...unknown, professionalClass: 'A' }, '2026-06-30', rules).investorType).toBe('professional')
})

it('takes evidence of class B or C without an end for none; a licence needs no end', () => {
  const endless = { ...client, professionalUntil: null }
  const types = (['A', 'B', 'C'] as const).map(
    each => clientOn({ ...endless, professionalClass: each }, '2026-06-30', rules).investorType,
  )
  expect(types).toEqual(['professional', 'ordinary', 'ordinary'])
})

it('asks the pack which classes need no end; one that says nothing names none', () => {
  const endless = { ...client, professionalUntil: null }
  const types = (pack: Parameters<typeof clientOn>[2]): readonly string[] =>
    (['A', 'B', 'C'] as const).map(
      each => clientOn({ ...endless, professionalClass: each }, '2026-06-30', pack).investorType,
    )
  expect(types({ evidenceWithoutEnd: ['A', 'B'] })).toEqual(['professional', 'professional', 'ordinary'])
  expect(types({})).toEqual(['ordinary', 'ordinary', 'ordinary'])
  expect(types(null)).toEqual(['ordinary', 'ordinary', 'ordinary'])
})

it('shows such a client as ordinary everywhere: list, page and day', async () => {
  const { api, store } = await open()
  store.write(tx => tx.clients.put({ ...client, validUntil: IsoDate.parse('2026-11-20') }))
  expect((await listedClients(api))[0]?.investorType).toBe('ordinary')
  expect((await api.clients.view({ id: client.id })).investorType).toBe('ordinary')
  const [row] = (await api.today.view({ limit: 5 })).rows
  expect(row?.kind === 'client' ? [row.investorType, row.lapsed] : row?.kind).toEqual(['ordinary', true])
})

it('judges a professional whose evidence has run out as an ordinary investor', () => {
  expect(clientOn(client, '2026-06-30', rules).investorType).toBe('professional')
  expect(clientOn(client, '2026-07-01', rules).investorType).toBe('ordinary')
})
