import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../../../src-main/adapters/sqlite/connect.ts'
import { streams } from '../../../src-main/model/stream.ts'
import { openedBooks, type OpenedBook } from '../../helpers/opened-book.ts'
import { suitabilityPacks } from '../../helpers/rule-packs.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'
import { smallOffice, type SmallOffice } from '../../helpers/small-office.ts'

const openBook = openedBooks()
const [shipped] = suitabilityPacks()
if (shipped === undefined) throw new Error('no suitability pack')
const firm = {
  ...shipped,
  version: 'firm-1',
  effectiveOn: '2026-10-01',
  matrix: { ...shipped.matrix, C3: ['R1', 'R2'] },
}

let folder = ''
let office: SmallOffice
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-office-'))
  office = await smallOffice()
  await office.addBook('B1', 5)
})
afterEach(async () => {
  await office.close()
  rmSync(folder, { recursive: true })
})

const enrolled = async (): Promise<OpenedBook> => {
  const opened = await openBook()
  const code = await office.enrolCode('B1')
  await opened.session.enrol({ url: office.url, code, deviceName: 'desk', passcode: null })
  return opened
}

const sync = async ({ session }: OpenedBook): Promise<void> => {
  expect((await session.sync()).state).toBe('done')
}

const published = (pack: object): Promise<string> => {
  const file = join(folder, 'firm.json')
  writeFileSync(file, JSON.stringify(pack))
  return office.publishPack(file)
}

const check = ({ api }: OpenedBook) =>
  api.suggestions.check({ clientId: sampleRow('clients', 0).id, code: 'F00001', initiative: 'advisor' })
const heads = () => office.db.query<{ count: string }>('select count from evidence_heads order by count')
const answers = ({ store }: OpenedBook) =>
  store.read(tx => tx.sync.outbox()).filter(each => each.entry.kind === 'evidenceHead')

describe('a suitability pack that head office publishes', () => {
  it('reaches the workstation with its next sync and judges there', async () => {
    const opened = await enrolled()
    await sync(opened)
    expect(opened.workspace.suitabilityVersion()).toBe(shipped.version)
    expect(await published(firm)).toBe('firm-1')
    await sync(opened)
    expect(opened.workspace.suitabilityVersion()).toBe('firm-1')
    expect((await opened.api.rulePacks.list({})).find(line => line.state === 'inForce')?.origin).toBe('headOffice')
  })

  it('keeps its text for ever under its version, and must fit the schema', async () => {
    await published(firm)
    await expect(published({ ...firm, seniorAge: 60 })).rejects.toThrow('published before with another text')
    await expect(published({ ...firm, version: 'firm-2', matrix: {} })).rejects.toThrow('matrix')
  })

  it('that does not fit the schema is put aside on the workstation and named, and the others go on judging', async () => {
    const opened = await enrolled()
    const row = {
      kind: 'suitability',
      version: 'bad',
      effectiveOn: '2026-10-01',
      body: { ...firm, version: 'bad', caps: {} },
    }
    await office.write('*', [{ op: 'put', stream: 'rulePacks', key: 'suitability|bad', tier: 0, row }])
    await sync(opened)
    const [reject] = opened.store.read(tx => tx.sync.rejects()).filter(each => each.stream === 'rulePacks')
    expect(reject?.reason).toMatch(/^body: caps/)
    expect(opened.workspace.suitabilityVersion()).toBe(shipped.version)
  })
})

describe('the key of an install', () => {
  it('is enrolled at head office and stays the same', async () => {
    const opened = await enrolled()
    const key = opened.store.read(tx => tx.installKey())
    const devices = await office.db.query<{ public_key: string }>(`select public_key from devices where name = 'desk'`)
    expect(devices).toEqual([{ public_key: key?.publicKey }])
    expect(key?.privateKey).not.toBe(key?.publicKey)
  })
})

describe('the end of the chain of evidence', () => {
  it('is told to head office when it grew, signed by the install', async () => {
    const opened = await enrolled()
    await sync(opened)
    expect(await heads()).toEqual([])
    await check(opened)
    await check(opened)
    await sync(opened)
    await sync(opened)
    expect((await heads()).map(head => Number(head.count))).toEqual([2])
  })

  it('that became shorter is refused by head office, whatever the anchor here says', async () => {
    const opened = await enrolled()
    await sync(opened)
    for (let i = 0; i < 3; i++) await check(opened)
    await sync(opened)
    const db = connect(opened.path, opened.rawKey())
    db.exec('DROP TRIGGER evidenceIsNotErased')
    db.exec('DELETE FROM evidence WHERE number > 1')
    const { hash } = db.prepare('SELECT hash FROM evidence').get() as { readonly hash: string }
    db.prepare(`UPDATE settings SET value = ? WHERE key = 'evidenceAnchor'`).run(JSON.stringify({ count: 1, hash }))
    db.close()
    // the anchor was forged along with the table: only the other side can know
    expect((await opened.api.suggestions.verify({})).whole).toBe(true)
    await sync(opened)
    expect(answers(opened).map(each => [each.state, each.reason?.split(':')[0]])).toContainEqual([
      'rejected',
      'EVIDENCE_SHRANK',
    ])
  })

  it('signed by another key is refused', async () => {
    const opened = await enrolled()
    await sync(opened)
    await check(opened)
    await office.db.query(`update devices set public_key = 'AAAA' where name = 'desk'`)
    await sync(opened)
    expect(answers(opened).map(each => each.reason)).toEqual(['SIGNATURE_WRONG'])
    expect(await heads()).toEqual([])
  })

  it('stays when the client goes to another advisor', async () => {
    const opened = await enrolled()
    await sync(opened)
    await check(opened)
    const [client] = [sampleRow('clients', 0)]
    await office.write('B1', [{ op: 'delete', stream: 'clients', key: streams.clients.key(client) }])
    await sync(opened)
    const { store, api } = opened
    expect(store.read(tx => tx.clients.byKey(client.id))).toBeNull()
    expect(store.read(tx => tx.evidence.ofClient(client.id)).length).toBe(1)
    expect((await api.suggestions.verify({})).whole).toBe(true)
  })
})
