import { createHash } from 'node:crypto'
import { Client } from '../../src-main/model/client.ts'
import { markPdf } from '../../src-main/model/report-mark.ts'
import type { Edition } from '../../src-main/model/wording-pack.ts'
import type { Store } from '../../src-main/services/ports/store.ts'
import { sampleRow } from './sample-rows.ts'
import { smallPdf } from './small-pdf.ts'

export const MAIL = 'client1@example.com'

/** A client who agreed to mail and links. */
export const putClient = (store: Store, fields: object = {}): string => {
  const client = Client.parse({
    ...sampleRow('clients', 1),
    email: MAIL,
    consentEmail: true,
    consentShare: true,
    ...fields,
  })
  store.write(tx => tx.clients.put(client))
  return client.id
}

export interface KeptReport {
  readonly id?: string
  readonly clientId?: string | null
  readonly kind?: 'account' | 'fund' | 'segment'
  readonly edition?: Edition
  /** What the file says of itself; the edition unless told. */
  readonly marked?: Edition
  readonly statements?: readonly string[]
  /** Bytes of noise in the file. */
  readonly size?: number
  readonly madeAt?: string
}

/** A file with a mark, kept as the engine keeps a finished report. */
export const putReport = (store: Store, options: KeptReport = {}): string => {
  const { id = 'AD-20261123-0001', clientId = 'C00001', kind = 'account', edition = 'client', size = 10 } = options
  const { madeAt = '2026-11-23T01:00:00.000Z' } = options
  const noise = Buffer.alloc(size, 'noise ')
  const plain = Buffer.concat([Buffer.from('%PDF-1.4\n'), noise, Buffer.from('\nstartxref\n0\n%%EOF\n')])
  const pdf = markPdf(plain, { reportId: id, edition: options.marked ?? edition })
  const body = {
    id,
    kind,
    subject: clientId ?? 'F00001',
    subjectName: '客户1',
    edition,
    locale: 'zh-CN',
    madeAt,
    dataDate: '2026-11-20',
    pages: 3,
    bytes: pdf.length,
    sha256: createHash('sha256').update(pdf).digest('hex'),
    seconds: 1,
    findings: 0,
    printer: 'browser',
    path: null,
    state: 'made',
  }
  store.write(tx => {
    tx.reports.put({ id, clientId, fundCode: null, kind, edition, madeAt, file: null, state: 'made', body })
    tx.reports.putPdf(id, pdf, '')
    tx.contents.put(id, {
      statements: [...(options.statements ?? ['账户近一年收益与基准比较。'])],
      versions: [],
      digest: null,
    })
  })
  return id
}

/** The same with a file that a PDF reader opens: three pages. */
export const putRealReport = async (store: Store): Promise<string> => {
  const id = putReport(store)
  const pdf = await smallPdf(3, { reportId: id, edition: 'client' })
  store.write(tx => {
    const record = tx.reports.byId(id)
    if (record === null) throw new Error('the report that was just kept is not there')
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    tx.reports.put({ ...record, body: { ...Object(record.body), sha256 } })
    tx.reports.putPdf(id, pdf, '')
  })
  return id
}
