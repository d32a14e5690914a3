import { expect, it } from 'vitest'
import { suitabilityClient } from '../../src-main/services/book/suitability-facts.ts'
import { Client } from '../../src-main/model/client.ts'

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

it('judges a professional whose evidence has run out as an ordinary investor', () => {
  expect(suitabilityClient(client, '2026-06-30').investorType).toBe('professional')
  expect(suitabilityClient(client, '2026-07-01').investorType).toBe('ordinary')
})
