import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../../src-main/adapters/pdf/find-browser.ts'
import { createReportPrinter } from '../../../src-main/adapters/pdf/report-printer.ts'
import { identifyKey } from '../../../src-main/adapters/pdf/signing-certificate.ts'
import { renderAccountReport } from '../../../src-main/domain/report/render-account-report.ts'
import { pdfMark } from '../../../src-main/model/report-mark.ts'
import type { PrintJob, ReportPrinter } from '../../../src-main/services/ports/pdf-printer.ts'
import { firmCertificate, type FirmCertificate } from '../../helpers/firm-certificate.ts'
import { openedBooks } from '../../helpers/opened-book.ts'
import { pdfFacts } from '../../helpers/pdf-facts.ts'
import { accountReport, fundsOf, reportSetup } from '../../helpers/report-fixtures.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const hasTools = ['pdfsig', 'openssl'].every(tool => spawnSync(tool, ['-v']).error === undefined)
const isAble = findBrowser() !== null && hasTools
if (!isAble) console.log('skipped: pdfsig, openssl or a browser is not installed')

const account = accountReport()
const finished: PrintJob = renderAccountReport(account, reportSetup(), fundsOf(account))
const AT = '2026-11-23T01:02:03.000Z'
const open = openedBooks()

describe.skipIf(!isAble)('a signed report', () => {
  const folder = temporaryFolder()
  let firm: FirmCertificate
  let printer: ReportPrinter
  let plain: Uint8Array
  let signed: Uint8Array
  beforeAll(async () => {
    firm = firmCertificate()
    const made = createReportPrinter()
    if (made === null) throw new Error('no printer')
    printer = made
    plain = (await printer.print(finished)).pdf
    signed = (await printer.print({ ...finished, signature: { key: firm, at: AT } })).pdf
  })
  afterAll(async () => {
    await printer.close()
    firm.dispose()
    folder[Symbol.dispose]()
  })

  const kept = (bytes: Uint8Array): string => {
    const file = join(folder.path, 'report.pdf')
    writeFileSync(file, bytes)
    return file
  }
  /** What poppler says, with NSS behind it. */
  const checked = (bytes: Uint8Array, ...args: readonly string[]): string =>
    execFileSync('pdfsig', [...args, kept(bytes)], { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } })

  it('is valid for an independent reader, in the firm’s own name and over the whole file', () => {
    const said = checked(signed)
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('Common Name: 溪山证券')
    expect(said).toContain('Total document signed')
    expect(said).toContain('SHA-256')
    expect(said).toContain('Nov 23 2026 01:02:03')
  })

  it('is accepted by OpenSSL up to the authority that certified the firm', () => {
    const text = Buffer.from(signed).toString('latin1')
    const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)/.exec(text)?.slice(1).map(Number) ?? []
    const [from = 0, length = 0, after = 0, rest = 0] = range
    expect([from, after + rest]).toEqual([0, signed.length])
    const content = Buffer.concat([signed.subarray(0, length), signed.subarray(after, after + rest)])
    const hex = text.slice(length + 1, after - 1)
    // the object's own length (DER), the rest of the room is zeros
    const whole = Buffer.from(hex, 'hex')
    const signature = whole.subarray(0, 4 + whole.readUInt16BE(2))
    writeFileSync(join(folder.path, 'content'), content)
    writeFileSync(join(folder.path, 'signature'), signature)
    const verify = spawnSync(
      'openssl',
      [
        'cms',
        '-verify',
        '-binary',
        '-inform',
        'DER',
        '-in',
        'signature',
        '-content',
        'content',
        '-CAfile',
        firm.authority,
        '-purpose',
        'any',
        '-attime',
        String((Date.now() / 1000) | 0),
        '-out',
        'out',
      ],
      { cwd: folder.path, encoding: 'utf8' },
    )
    expect([verify.status, verify.stderr.trim()]).toEqual([0, 'CMS Verification successful'])
  })

  it('begins with the unsigned report, byte for byte, and keeps mark, pages, tags and bookmarks', async () => {
    expect(Buffer.from(signed.subarray(0, plain.length)).equals(Buffer.from(plain))).toBe(true)
    expect(pdfMark(signed)).toEqual(pdfMark(plain))
    const [before, after] = [await pdfFacts(plain), await pdfFacts(signed)]
    expect(after).toEqual(before)
    expect(signed.length).toBeLessThanOrEqual(600 * 1024)
  })

  it('shows that one byte was changed afterwards', () => {
    const changed = Uint8Array.from(signed)
    const at = Buffer.from(changed).indexOf('%advisor-report client') + '%advisor-report '.length
    changed.set(Buffer.from('Client'), at)
    const said = checked(changed)
    expect(said).toContain('Digest Mismatch')
    expect(said).not.toContain('Signature is Valid')
  })

  it('is signed and locked by a password at once', async () => {
    const { pdf: locked } = await printer.print({
      ...finished,
      password: 'river2026',
      signature: { key: firm, at: AT },
    })
    await expect(pdfFacts(locked)).rejects.toThrow(/password/i)
    expect((await pdfFacts(locked, 'river2026')).pages).toBe(finished.html.split('class="page').length - 1)
    const said = checked(locked, '-upw', 'river2026')
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('Total document signed')
    expect(pdfMark(locked)).toEqual(pdfMark(plain))
  })

  it('takes no other key: the reason names the passcode, the file, or the kind of key', async () => {
    await expect(identifyKey({ p12: firm.p12, passcode: 'wrong' })).rejects.toMatchObject({ code: 'wrongPasscode' })
    await expect(identifyKey({ p12: 'AAAA', passcode: '' })).rejects.toMatchObject({ code: 'fileUnreadable' })
    for (const other of [firmCertificate({ key: 'ec' }), firmCertificate({ passcode: '印章2026' })]) {
      await expect(identifyKey(other)).rejects.toMatchObject({ code: 'signatureFault' })
      other.dispose()
    }
  })

  it('keeps its key in the encrypted book, tells nobody but whose it is, and refuses one that has expired', async () => {
    const { api, store, setNow } = await open(new Date().toISOString())
    expect(await api.signing.get({})).toEqual({ identity: null })
    const { identity } = await api.signing.set({ p12: firm.p12, passcode: firm.passcode })
    expect(identity).toMatchObject({ subject: '溪山证券, Xishan Securities', issuer: '测试根证书' })
    expect(JSON.stringify(await api.signing.get({}))).not.toContain(firm.p12.slice(0, 40))
    expect(JSON.stringify(await api.settings.get({}))).not.toContain(firm.p12.slice(0, 40))
    expect(JSON.stringify(store.read(tx => tx.settings.get('signingKey')))).toContain(firm.p12.slice(0, 40))
    const later = new Date(Date.now() + 400 * 86_400_000).toISOString()
    setNow(later)
    const making = async (): Promise<void> => {
      const wish = { kind: 'segment', subject: 'month', edition: 'internal', locale: 'zh-CN' } as const
      for await (const step of await api.reports.make(wish)) expect(step.kind).toBe('running')
    }
    await expect(making()).rejects.toMatchObject({ data: { code: 'signatureFault' } })
    await expect(api.signing.set({ p12: firm.p12, passcode: firm.passcode })).rejects.toMatchObject({
      data: { code: 'signatureFault' },
    })
    expect(await api.signing.forget({})).toEqual({ identity: null })
  })
})
