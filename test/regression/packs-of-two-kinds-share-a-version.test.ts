import { expect, it } from 'vitest'
import { Client } from '../../src-main/model/client.ts'
import { openedBooks, type OpenedBook } from '../helpers/opened-book.ts'
import { putProducts } from '../helpers/put-products.ts'
import { readPackJson } from '../helpers/rule-packs.ts'
import { sampleRow } from '../helpers/sample-rows.ts'

const open = openedBooks()
const version = 'firm-2026'
const effectiveOn = '2026-11-20'
const judging = { ...Object(readPackJson('suitability/2017-07-01-default-3.json')), version, effectiveOn }
const asking = { ...Object(readPackJson('questionnaires/2026.2.json')), version, effectiveOn }

const fromHeadOffice = ({ store }: OpenedBook): void =>
  void store.write(tx =>
    tx.sync.applyPage({
      stream: 'rulePacks',
      tier: null,
      changes: [judging, asking].map((body, i) => ({
        kind: 'put',
        seq: i + 1,
        key: `${body.kind}|${version}`,
        tier: null,
        row: { kind: body.kind, version, effectiveOn, body },
      })) as never,
      cursor: 'c1',
      more: false,
      at: '2026-11-23T02:00:00.000Z',
    }),
  )

const assess = async ({ api }: OpenedBook): Promise<void> => {
  const { id, questions } = await api.assessments.begin({ clientId: 'C00001', by: 'advisor', reason: '电话 REC-1' })
  for (const question of questions)
    await api.assessments.answer({ id, question: question.id, answers: [question.answers[0]?.id ?? ''] })
  const { stage } = await api.assessments.submit({ id })
  if (stage === 'review') await api.assessments.keep({ id })
  await api.assessments.confirm({ id })
  await api.assessments.takeBack({ id })
}

it('a pack that judges and a questionnaire of the same version are both kept, and stay what they are', async () => {
  const opened = await open()
  opened.store.write(tx => tx.clients.put(Client.parse({ ...sampleRow('clients', 1), kind: 'person' })))
  putProducts(opened.store, [sampleRow('products', 1)])
  fromHeadOffice(opened)
  await opened.api.suggestions.check({ clientId: 'C00001', code: 'F00001', initiative: 'advisor' })
  await assess(opened)
  const kept = opened.store.read(tx =>
    (['suitability', 'questionnaires'] as const).map(kind => tx.keptPacks.byVersion(kind, version)?.body),
  )
  expect(kept).toEqual([judging, asking])
  // head office takes both back: the old verdict and the old answers find their own pack
  opened.store.write(tx =>
    tx.sync.applyPage({
      stream: 'rulePacks',
      tier: null,
      changes: [judging, asking].map((body, i) => ({
        kind: 'delete',
        seq: i + 3,
        key: `${body.kind}|${version}`,
      })) as never,
      cursor: 'c2',
      more: false,
      at: '2026-11-23T03:00:00.000Z',
    }),
  )
  expect(await opened.api.suggestions.verify({})).toMatchObject({
    whole: true,
    rerun: { same: 2, different: [], packUnknown: [] },
  })
  const { history } = await opened.api.assessments.standing({ clientId: 'C00001' })
  expect(history[0]).toMatchObject({ version })
  expect(history[0]?.stated).toHaveLength(asking.questions.length)
})
