import { dayInChina } from '../portfolio/day-in-china.ts'
import type { Client } from '../../model/client.ts'
import type { ProfessionalGap } from '../../model/levels.ts'
import type { BiText } from '../../model/text.ts'
import { professionalGap } from '../suitability/professional-gap.ts'
import { plain } from './clean-text.ts'
import { reject, type ImportContext, type LineResult } from './import-context.ts'
import type { RowCells } from './row-cells.ts'
import { newAccount } from './whose-line.ts'

const genders = { 男: 'M', 女: 'F', m: 'M', f: 'F', male: 'M', female: 'F' } as const

const isYes = (cells: RowCells, field: string, context: ImportContext): boolean =>
  context.pack.yes.includes(plain(cells.text(field)).toLowerCase())

const isOrganisation = (cells: RowCells, context: ImportContext): boolean =>
  ['clientKind', 'idType'].some(field => {
    const text = plain(cells.text(field)).toLowerCase()
    return context.pack.organisations.some(word => text.includes(word))
  })

type Investor = Pick<Client, 'investorType'> & Partial<Pick<Client, 'professionalClass'>>

/** Whoever is not named a professional is ordinary: the better protected side. A class that is not named stays the one known. */
const investorOf = (text: string): Investor => {
  const word = plain(text).toUpperCase()
  if (/非专业|NON-?PROF/.test(word) || !/专业|^PROF/.test(word))
    return { investorType: 'ordinary', professionalClass: null }
  const letter = /(?<![A-Z])[ABC](?![A-Z])/.exec(word)?.[0]
  return {
    investorType: 'professional',
    ...(letter === 'A' || letter === 'B' || letter === 'C' ? { professionalClass: letter } : {}),
  }
}

const asOrdinary: Readonly<Record<ProfessionalGap, BiText>> = {
  noClass: {
    zh: '专业投资者没有写明 A、B、C 类，按普通投资者处理',
    en: 'professional without a class A, B or C: treated as ordinary',
  },
  noEnd: {
    zh: '专业投资者 B、C 类没有有效期，按普通投资者处理',
    en: 'professional of class B or C without an end of its evidence: treated as ordinary',
  },
  ended: {
    zh: '专业投资者有效期已过，按普通投资者处理',
    en: 'professional whose evidence has run out: treated as ordinary',
  },
}

/** C level: the word, the code in it (`C3（稳健型）`), or the mark of the lowest class. */
const capacityOf = (cells: RowCells, context: ImportContext): Client['riskCapacity'] => {
  const level = cells.word('riskCapacity', context.pack.riskCapacities)
  return isYes(cells, 'lowestClass', context) && (level === null || level === 'C1') ? 'C1min' : level
}

/** Head office's order of the pull; without a level of 1 to 5 the lowest. */
const bookTierOf = (text: string): number => Number(/[1-5]/.exec(plain(text))?.[0] ?? 1)

const blank = {
  kind: 'person',
  gender: null,
  idType: null,
  idNumber: null,
  birthDate: null,
  phone: null,
  email: null,
  openedOn: null,
  branch: null,
  servedBy: null,
  bookTier: 1,
  investorType: 'ordinary',
  professionalClass: null,
  professionalUntil: null,
  riskCapacity: null,
  assessedOn: null,
  validUntil: null,
  term: null,
  variety: null,
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
} as const

/** Only what the file holds; all else keeps what the book knows. */
const fieldsOf = (cells: RowCells, context: ImportContext): Readonly<Record<string, unknown>> => {
  const { pack } = context
  const text = (field: string): string | undefined => (cells.has(field) ? cells.text(field) : undefined)
  const money = (field: string): number | undefined => cells.figure(field, 2) ?? undefined
  const day = (field: string): string | undefined => cells.date(field) ?? undefined
  return {
    name: text('name'),
    kind:
      cells.has('clientKind') || cells.has('idType')
        ? isOrganisation(cells, context)
          ? 'organisation'
          : 'person'
        : undefined,
    gender: cells.has('gender') ? (cells.word('gender', genders) ?? undefined) : undefined,
    idType: text('idType'),
    idNumber: cells.digits('idNumber'),
    birthDate: day('birthDate'),
    phone: cells.digits('phone'),
    email: cells.digits('email'),
    openedOn: day('openedOn'),
    branch: text('branch'),
    servedBy: text('servedBy'),
    bookTier: cells.has('tier') ? bookTierOf(cells.text('tier')) : undefined,
    ...(cells.has('investorType') ? investorOf(cells.text('investorType')) : {}),
    professionalUntil: day('professionalUntil'),
    riskCapacity: capacityOf(cells, context) ?? undefined,
    assessedOn: day('assessedOn'),
    validUntil: day('validUntil'),
    term: cells.word('term', pack.terms) ?? undefined,
    variety: cells.word('variety', pack.varieties) ?? undefined,
    objective: cells.word('objective', pack.objectives) ?? undefined,
    averageAssets: money('averageAssets'),
    latestAssets: money('assets'),
    cash: money('cash'),
    marginDebt: money('marginDebt'),
    revenue365: money('revenue'),
    advisory: cells.has('advisory') ? isYes(cells, 'advisory', context) : undefined,
    doNotDisturb: cells.has('doNotDisturb') ? isYes(cells, 'doNotDisturb', context) : undefined,
  }
}

type Row = Extract<LineResult, { readonly kind: 'rows' }>['rows'][number]

const questionnaireOf = (cells: RowCells, id: string, client: Readonly<Record<string, unknown>>): readonly Row[] => {
  const { assessedOn, validUntil, riskCapacity } = client
  const score = cells.figure('score', 2)
  if (!cells.has('questionnaireVersion') || score === null) return []
  if (assessedOn === null || validUntil === null || riskCapacity === null) return []
  const row = {
    id: `I.${id}.${String(assessedOn)}`,
    clientId: id,
    date: assessedOn,
    version: cells.text('questionnaireVersion'),
    score: score / 100,
    riskCapacity,
    validUntil,
    term: client['term'] ?? null,
    variety: client['variety'] ?? null,
    answers: {},
    answeredBy: 'client',
  }
  return [{ stream: 'questionnaires', row }]
}

const contactOf = (id: string, day: string | null): readonly Row[] => {
  if (day === null) return []
  const row = {
    id: `I.${id}.${day}`,
    clientId: id,
    at: `${day}T00:00:00.000Z`,
    channel: 'other',
    minutes: 0,
    subject: '最近联系（导入）',
    note: '',
  }
  return [{ stream: 'contacts', row }]
}

/** One line of a client book: the client, and what hangs on it. `at` is the UTC instant of the import. */
export const readClient = (cells: RowCells, context: ImportContext, at: string): LineResult => {
  const written = plain(cells.text('id')).replace(/\.0$/, '')
  if (written === '') return reject('没有客户号', 'no client number')
  const id = context.clientId(written) ?? written
  const base = context.client(id)
  const found = Object.fromEntries(Object.entries(fieldsOf(cells, context)).filter(([, value]) => value !== undefined))
  const gap = professionalGap({ ...blank, ...base, ...found }, dayInChina(at), context.professionals)
  const lastContact = cells.date('lastContact')
  const [fault] = cells.faults
  if (fault !== undefined) return { kind: 'reject', reason: fault }
  const row = { ...blank, ...base, ...found, id }
  if (base === null && found['name'] === undefined) return reject('新客户没有姓名', 'a new client without a name')
  const tags = cells
    .text('tags')
    .split(/[,，;；、|]/)
    .map(name => name.trim())
    .filter(name => name !== '')
    .map((name): Row => ({ stream: 'tags', row: { clientId: id, name, value: '', changedAt: at } }))
  const account = plain(cells.text('account'))
  const accounts = account === '' || context.hasAccount(account) ? [] : [newAccount(account, id, 'cash')]
  return {
    kind: 'rows',
    note: gap === null ? null : asOrdinary[gap],
    rows: [
      { stream: 'clients', row },
      ...accounts,
      ...tags,
      ...contactOf(id, lastContact),
      ...questionnaireOf(cells, id, row),
    ],
  }
}
