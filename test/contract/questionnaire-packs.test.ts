import { describe, expect, it } from 'vitest'
import { Client } from '../../src-main/model/client.ts'
import { QuestionnairePack } from '../../src-main/model/questionnaire-pack.ts'
import { openedBooks, type OpenedBook } from '../helpers/opened-book.ts'
import { readPackJson } from '../helpers/rule-packs.ts'
import { sampleRow } from '../helpers/sample-rows.ts'

const open = openedBooks()
const shipped = QuestionnairePack.parse(readPackJson('questionnaires/2026.2.json'))
const clientId = 'C1'

/** Every band begins 30 points higher, and one answer weighs otherwise. */
const stricter = (fields: object = {}) => ({
  ...shipped,
  version: 'firm-q-2',
  effectiveOn: '2026-11-20',
  bands: shipped.bands.map((band, i) => ({ ...band, from: i === 0 ? band.from : band.from + 30 })),
  validityMonths: 6,
  ...fields,
})

const book = async (): Promise<OpenedBook> => {
  const opened = await open()
  const phone = '13800003107'
  const facts = { id: clientId, name: '陆明远', kind: 'person', phone, riskCapacity: 'C3', validUntil: '2026-12-01' }
  opened.store.write(tx => tx.clients.put(Client.parse({ ...sampleRow('clients', 1), ...facts })))
  return opened
}

const add = (opened: OpenedBook, pack: object) =>
  opened.api.rulePacks.add({ text: JSON.stringify(pack), file: 'firm.json' })

/** Middling answers without contradictions: C4 by the shipped bands, C3 by those 30 points higher. */
const middling: Readonly<Record<string, string>> = { loss: 'c', objective: 'c', choice: 'c', fall: 'c', need: 'c' }

const answerAll = async ({ api, setNow }: OpenedBook, day = '2026-11-23'): Promise<string> => {
  setNow(`${day}T02:00:00.000Z`)
  const { id, questions, version } = await api.assessments.begin({ clientId, by: 'client', reason: '' })
  await api.assessments.identify({ id, proof: '3107' })
  for (const [i, question] of questions.entries()) {
    setNow(`${day}T02:${String(i + 1).padStart(2, '0')}:00.000Z`)
    const middle = question.answers[Math.round(0.5 * (question.answers.length - 1))]?.id ?? ''
    await api.assessments.answer({ id, question: question.id, answers: [middling[question.id] ?? middle] })
  }
  await api.assessments.submit({ id })
  await api.assessments.confirm({ id })
  await api.assessments.handBack({ id })
  await api.assessments.takeBack({ id })
  return version
}

const levelOf = ({ store }: OpenedBook) => store.read(tx => tx.clients.byKey(clientId)?.riskCapacity)

describe('a brought version of the questionnaire', () => {
  it('shows its differences and whose level the same answers would change, before it asks anybody', async () => {
    const opened = await book()
    const { api } = opened
    expect(await answerAll(opened)).toBe(shipped.version)
    expect(levelOf(opened)).toBe('C4')
    expect(await add(opened, stricter())).toEqual({ version: 'firm-q-2', kind: 'questionnaires' })
    const preview = await api.rulePacks.previewQuestionnaire({ version: 'firm-q-2' })
    expect(preview).toMatchObject({ against: shipped.version, for: 'person', date: '2026-11-23' })
    expect(preview.changes.filter(each => each.kind === 'band').map(each => each.which)).toEqual(
      shipped.bands.slice(1).map(band => band.capacity),
    )
    expect(preview.changes.filter(each => each.kind === 'validityMonths')).toEqual([
      { kind: 'validityMonths', which: '', before: String(shipped.validityMonths), after: '6' },
    ])
    expect(preview.clients).toMatchObject({ answered: 1, same: 0, higher: 0, lower: 1, open: 0 })
    expect(preview.clients.flows).toEqual([{ from: 'C4', to: 'C3', clients: 1 }])
    const { history } = await api.assessments.standing({ clientId })
    expect(preview.clients.rows).toEqual([
      {
        clientId,
        name: '陆明远',
        answeredOn: '2026-11-23',
        answeredVersion: shipped.version,
        from: 'C4',
        to: 'C3',
        score: history[0]?.score,
      },
    ])
    const { pack } = await api.assessments.standing({ clientId })
    expect(pack?.version).toBe(shipped.version)
  })

  it('says whose answers do not fill it', async () => {
    const opened = await book()
    await answerAll(opened)
    const [first] = shipped.questions
    if (first === undefined) throw new Error('no question')
    await add(opened, stricter({ questions: [...shipped.questions, { ...first, id: 'asked-anew' }] }))
    const { changes, clients } = await opened.api.rulePacks.previewQuestionnaire({ version: 'firm-q-2' })
    expect(clients).toMatchObject({ answered: 1, open: 1, rows: [] })
    expect(changes.find(each => each.kind === 'question')).toMatchObject({ which: 'asked-anew', before: null })
  })

  it('asks from its day on once it is in force; old answers keep their version, level and texts', async () => {
    const opened = await book()
    const { api, store } = opened
    await answerAll(opened)
    await add(opened, stricter())
    const lines = await api.rulePacks.activate({ kind: 'questionnaires', version: 'firm-q-2' })
    const of = (version: string) => lines.find(each => each.version === version)
    expect(of('firm-q-2')).toMatchObject({ kind: 'questionnaires', state: 'inForce', origin: 'file', marks: null })
    expect(of(shipped.version)).toMatchObject({ state: 'past' })
    expect(of('2017-07-01-default-3')).toMatchObject({ kind: 'suitability', state: 'inForce' })
    expect(levelOf(opened)).toBe('C4')
    expect(await answerAll(opened, '2026-11-24')).toBe('firm-q-2')
    expect(levelOf(opened)).toBe('C3')
    const { history } = await api.assessments.standing({ clientId })
    expect(history.map(each => [each.version, each.riskCapacity, each.validUntil])).toEqual([
      ['firm-q-2', 'C3', '2027-05-24'],
      [shipped.version, 'C4', '2027-11-23'],
    ])
    expect(history.every(each => each.stated.length === shipped.questions.length)).toBe(true)
    const record = store.read(tx => tx.evidence.last())
    expect(record).toBeDefined()
    expect((await api.suggestions.verify({})).whole).toBe(true)
  })

  it('can be taken out of force, and stays for the answers it was given', async () => {
    const opened = await book()
    const { api } = opened
    await add(opened, stricter())
    await api.rulePacks.activate({ kind: 'questionnaires', version: 'firm-q-2' })
    await answerAll(opened)
    const lines = await api.rulePacks.retire({ kind: 'questionnaires', version: 'firm-q-2' })
    expect(lines.find(each => each.version === shipped.version)).toMatchObject({ state: 'inForce' })
    await expect(api.rulePacks.remove({ kind: 'questionnaires', version: 'firm-q-2' })).rejects.toThrow('it stays')
    const { pack, history } = await api.assessments.standing({ clientId })
    expect(pack?.version).toBe(shipped.version)
    expect(history[0]).toMatchObject({ version: 'firm-q-2' })
    expect(history[0]?.stated).toHaveLength(shipped.questions.length)
  })

  it('lets an assessment that was begun with the old version end with it', async () => {
    const opened = await book()
    const { api } = opened
    const { id, questions } = await api.assessments.begin({ clientId, by: 'client', reason: '' })
    await add(opened, stricter())
    await api.rulePacks.activate({ kind: 'questionnaires', version: 'firm-q-2' })
    const going = await api.assessments.identify({ id, proof: '3107' })
    expect([going.version, going.questions.length]).toEqual([shipped.version, questions.length])
  })

  it('shows its questions with the score of every answer', async () => {
    const opened = await book()
    const rules = await opened.api.rulePacks.questionnaire({ version: shipped.version })
    expect(rules.questions).toHaveLength(shipped.questions.length)
    expect(rules.bands).toEqual(shipped.bands)
  })

  it.each([
    [stricter({ bands: [...shipped.bands].toReversed() }), 'bands must rise'],
    [stricter({ term: { ...shipped.term, question: 'nowhere' } }), 'no answer nowhere'],
    [stricter({ version: shipped.version }), 'with another text'],
    [stricter({ questions: [] }), 'questions'],
  ])('is refused with its reason: %#', async (pack, reason) => {
    const opened = await book()
    const before = await opened.api.rulePacks.list({})
    await expect(add(opened, pack)).rejects.toThrow(reason)
    expect(await opened.api.rulePacks.list({})).toEqual(before)
  })

  it('from head office asks from its day on without being put into force', async () => {
    const opened = await book()
    const row = { kind: 'questionnaires', version: 'firm-q-2', effectiveOn: '2026-11-20', body: stricter() }
    opened.store.write(tx =>
      tx.sync.applyPage({
        stream: 'rulePacks',
        tier: null,
        changes: [{ kind: 'put', seq: 1, key: 'questionnaires|firm-q-2', tier: null, row }] as never,
        cursor: 'c1',
        more: false,
        at: '2026-11-23T02:00:00.000Z',
      }),
    )
    expect(await answerAll(opened)).toBe('firm-q-2')
  })
})

describe('a pack that rules alone', () => {
  it('is shown without a comparison', async () => {
    const { api } = await book()
    const preview = await api.rulePacks.preview({ version: '2017-07-01-default-3' })
    expect(preview).toMatchObject({ against: null, changes: [], templates: [] })
  })
})
