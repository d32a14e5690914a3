import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zipArchive } from '../../../src-main/adapters/files/zip-archive.ts'
import { ed25519 } from '../../../src-main/adapters/system/signing.ts'
import { linkRecord } from '../../../src-main/domain/evidence/chain-record.ts'
import { evidenceTools } from '../../../src-main/engine/evidence-tools.ts'
import { reportTools } from '../../../src-main/engine/report-tools.ts'
import { PACKAGE_FILES, PackageManifest, PackageRecords } from '../../../src-main/model/evidence-package.ts'
import { exportEvidence } from '../../../src-main/services/evidence/evidence-files.ts'
import { sha256 } from '../../helpers/evidence.ts'
import { openedBooks } from '../../helpers/opened-book.ts'
import { pdfFacts } from '../../helpers/pdf-facts.ts'
import { putProducts } from '../../helpers/put-products.ts'
import { runAdvisor } from '../../helpers/run-advisor.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'

const open = openedBooks()
const resources = join(import.meta.dirname, '../../../resources')
type Files = ReadonlyMap<string, Uint8Array>

let folder = ''
let files: Files = new Map()
let fingerprint = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-export-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const text = (name: string, of: Files = files): string => new TextDecoder().decode(of.get(name))
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

/** Writes a package and asks the command line about it. */
const verify = async (content: Files, ...more: readonly string[]) => {
  const path = join(folder, 'package.zip')
  writeFileSync(path, await zipArchive.pack(content))
  const { code, out } = await runAdvisor(['verify', path, '--json', ...more], {}, folder)
  return { code, report: JSON.parse(out) as { readonly whole: boolean; readonly [name: string]: unknown } }
}

/** Whoever has a key of his own can sign anything: what he signed must still hold by itself. */
const resigned = (change: (content: PackageRecords) => PackageRecords): Files => {
  const key = ed25519.generate()
  const content = bytes(change(PackageRecords.parse(JSON.parse(text(PACKAGE_FILES.records)))))
  const old = PackageManifest.parse(JSON.parse(text(PACKAGE_FILES.manifest)))
  const manifest = bytes({
    ...old,
    publicKey: key.publicKey,
    files: old.files.map(file =>
      file.name === PACKAGE_FILES.records
        ? { name: file.name, bytes: content.length, sha256: sha256(new TextDecoder().decode(content)) }
        : file,
    ),
  })
  return new Map(files)
    .set(PACKAGE_FILES.records, content)
    .set(PACKAGE_FILES.manifest, manifest)
    .set(PACKAGE_FILES.signature, new TextEncoder().encode(ed25519.sign(key.privateKey, manifest)))
}

describe('the signed evidence of a client', () => {
  it('holds every record, the packs, and a PDF of the same', async () => {
    const { api, store, workspace } = await open()
    store.write(tx => {
      tx.clients.put({ ...sampleRow('clients', 1), variety: 2 })
      tx.clients.put({ ...sampleRow('clients', 2), variety: 2 })
    })
    putProducts(store, [sampleRow('products', 1), { ...sampleRow('products', 2), riskGrade: 'R5' }])
    for (const clientId of ['C00001', 'C00002', 'C00001'])
      await api.suggestions.check({ clientId, code: 'F00001', initiative: 'advisor' })
    await api.suggestions.check({ clientId: 'C00001', code: 'F00002', initiative: 'client' })
    const print = reportTools(resources, null)
    try {
      const tools = evidenceTools(print)
      const made = await exportEvidence(workspace, tools, 'C00001', 'zh-CN')
      writeFileSync(join(folder, 'made.zip'), made.bytes)
      files = await zipArchive.open(join(folder, 'made.zip'))
      expect(made.records).toBe(3)
    } finally {
      await print.close()
    }
    fingerprint = (await api.evidence.identity({})).fingerprint
    const content = PackageRecords.parse(JSON.parse(text(PACKAGE_FILES.records)))
    expect(content.records.map(each => each.number)).toEqual([1, 3, 4])
    expect(content.packs.map(pack => pack.version)).toEqual(['2017-07-01-default-3'])
    const { text: printed } = await pdfFacts(files.get(PACKAGE_FILES.print) ?? new Uint8Array())
    expect(printed).toContain('规则文本未核对')
    expect(printed).toContain('不匹配')
    expect(printed).toContain(fingerprint)
    expect(printed).not.toContain('客户1')
  })

  it('is whole for anybody who has the file, and says whose key it was', async () => {
    expect(await verify(files)).toMatchObject({
      code: 0,
      report: { whole: true, signed: true, fingerprint, records: 3, rerun: { same: 3 }, keyKnown: null },
    })
    expect(await verify(files, '--key', fingerprint)).toMatchObject({ code: 0, report: { keyKnown: true } })
    const other = ed25519.fingerprint(ed25519.generate().publicKey)
    expect(await verify(files, '--key', other)).toMatchObject({ code: 1, report: { keyKnown: false, whole: false } })
  })

  it('shows a change of any byte of any file', async () => {
    for (const name of files.keys()) {
      const before = files.get(name) ?? new Uint8Array()
      const place = Math.floor(before.length / 2)
      const changed = new Map(files).set(
        name,
        before.with(
          place,
          name === PACKAGE_FILES.print ? (before[place] ?? 0) ^ 1 : before[place] === 0x39 ? 0x38 : 0x39,
        ),
      )
      const path = join(folder, 'changed.zip')
      writeFileSync(path, await zipArchive.pack(changed))
      const { code } = await runAdvisor(['verify', path], {}, folder)
      expect([name, code]).toEqual([name, 1])
    }
  })

  it('shows what was left out and what was put in', async () => {
    const less = new Map(files)
    less.delete(PACKAGE_FILES.print)
    expect((await verify(less)).report).toMatchObject({
      whole: false,
      files: [{ name: PACKAGE_FILES.print, kind: 'missing' }],
    })
    const more = new Map(files).set('note.txt', bytes('hello'))
    expect((await verify(more)).report).toMatchObject({ whole: false, files: [{ name: 'note.txt', kind: 'added' }] })
  })

  it('signed again by another key shows its records and verdicts anyway, and the key is not the known one', async () => {
    const cases: readonly (readonly [string, (c: PackageRecords) => PackageRecords, object])[] = [
      ['left as it was', c => c, { signed: true, faults: [], whole: true }],
      [
        'one record less',
        c => ({ ...c, records: c.records.slice(1) }),
        { whole: false, faults: [{ kind: 'missing' }] },
      ],
      [
        'two exchanged',
        c => ({ ...c, records: c.records.toReversed() }),
        { whole: false, faults: [{ kind: 'misplaced' }, { kind: 'misplaced' }] },
      ],
      [
        'a body changed',
        c => ({
          ...c,
          records: c.records.map(({ number, record }) => ({
            number,
            record: { ...record, body: record.body.replace('"match"', '"mismatch"') },
          })),
        }),
        { whole: false },
      ],
      [
        'a verdict forged and hashed anew',
        c => ({
          ...c,
          records: c.records.map(({ number, record }) => ({
            number,
            record: linkRecord(
              {
                ...record,
                body: JSON.parse(record.body.replaceAll('"verdict":"match"', '"verdict":"mismatch"')) as unknown,
              },
              record.previous,
              sha256,
            ),
          })),
        }),
        { whole: false, rerun: { different: [expect.any(String), expect.any(String)] } },
      ],
      ['its pack left out', c => ({ ...c, packs: [] }), { whole: false, rerun: { same: 0 } }],
    ]
    for (const [name, change, expected] of cases) {
      const { report } = await verify(resigned(change))
      expect({ name, ...report }).toMatchObject({ name, ...expected })
      expect(report['fingerprint']).not.toBe(fingerprint)
    }
  })

  it('is not made of nothing', async () => {
    const { api, workspace } = await open()
    const print = reportTools(resources, null)
    await expect(exportEvidence(workspace, evidenceTools(print), 'C99999', 'en')).rejects.toThrow('no evidence')
    await print.close()
    expect((await api.evidence.identity({})).enrolled).toBe(false)
  })
})

describe('the command line', () => {
  it('says in one line what is no package', async () => {
    const path = join(folder, 'no.zip')
    writeFileSync(path, 'hello')
    const { code, out, err } = await runAdvisor(['verify', path], {}, folder)
    expect([code, out, err.trimEnd().split('\n').length]).toEqual([1, '', 1])
    expect(err).toContain('archive is damaged')
  })
})
