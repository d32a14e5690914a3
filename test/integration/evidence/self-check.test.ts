import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../../src-main/adapters/sqlite/connect.ts'
import { evidenceTools } from '../../../src-main/engine/evidence-tools.ts'
import { reportTools } from '../../../src-main/engine/report-tools.ts'
import { Client } from '../../../src-main/model/client.ts'
import { Holding } from '../../../src-main/model/holding.ts'
import { Product } from '../../../src-main/model/product.ts'
import { Questionnaire } from '../../../src-main/model/questionnaire.ts'
import { Fen } from '../../../src-main/model/units.ts'
import { selfCheckFile } from '../../../src-main/services/evidence/self-check-file.ts'
import { openedBooks, type OpenedBook } from '../../helpers/opened-book.ts'
import { pdfFacts } from '../../helpers/pdf-facts.ts'
import { putProducts } from '../../helpers/put-products.ts'
import { readTables } from '../../helpers/read-tables.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'

const open = openedBooks()
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-self-check-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** One client whose level fell, one whose questionnaire ran out, one who was never asked; a product without a grade. */
const book = async (): Promise<OpenedBook> => {
  const opened = await open('2026-10-01T02:00:00.000Z')
  const { store, api } = opened
  const client = (n: number, fields: object): void =>
    store.write(tx => {
      tx.clients.put(Client.parse({ ...sampleRow('clients', n), variety: 2, ...fields }))
      tx.holdings.put(Holding.parse({ ...sampleRow('holdings', n), code: n === 3 ? 'BLANK' : 'MID', value: 100_00 }))
    })
  client(1, { riskCapacity: 'C3', name: '欧阳若兰' })
  client(2, { validUntil: '2026-10-15' })
  client(3, { riskCapacity: null, validUntil: null })
  putProducts(
    store,
    [
      ['MID', 'R3'],
      ['BLANK', null],
    ].map(([code, riskGrade]) => Product.parse({ ...sampleRow('products', 1), code, name: `产品${code}`, riskGrade })),
  )
  await api.suitability.notices({})
  const drafted = await api.suggestions.draft({
    clientId: 'C00001',
    code: 'MID',
    initiative: 'advisor',
    amount: Fen.parse(100),
  })
  if (drafted.kind !== 'drafted') throw new Error('refused')
  await api.suggestions.draft({ clientId: 'C00003', code: 'BLANK', initiative: 'advisor', amount: Fen.parse(100) })
  client(1, { riskCapacity: 'C2', name: '欧阳若兰' })
  store.write(tx =>
    tx.questionnaires.put(
      Questionnaire.parse({ ...sampleRow('questionnaires', 1), date: '2026-09-20', answeredBy: 'advisor' }),
    ),
  )
  await api.suitability.notices({})
  opened.setNow('2026-11-23T02:00:00.000Z')
  return opened
}

describe('the half-year self-check', () => {
  it('counts the period and finds what has to be mended', async () => {
    const { api } = await book()
    const check = await api.evidence.selfCheck({ half: '2026H2' })
    expect(check).toMatchObject({ from: '2026-07-01', to: '2026-12-31', asOf: '2026-11-23', partial: true })
    expect(check.verdicts).toMatchObject({ total: 2, byVerdict: { match: 1, undetermined: 1 } })
    expect(check.suggestions).toMatchObject({ total: 1, byState: { drafted: 1 } })
    // 1 valid, 1 expired, 1 missing
    expect(check.book.assessment).toEqual({ valid: 1, expiring: 0, expired: 1, missing: 1 })
    expect(check.assessments).toEqual({ total: 1, byClient: 0, byAdvisor: 1 })
    expect(check.notices).toEqual({ queued: 1 })
    const found = Object.fromEntries(check.findings.map(each => [each.kind, each.items]))
    expect(found).toMatchObject({
      // told of on 1 October, 53 days ago
      noticeWaiting: ['C00001 2026-10-01'],
      assessmentExpired: ['C00002 2026-10-15'],
      assessmentMissing: ['C00003'],
      assessedByAdvisor: ['C00001 2026-09-20'],
      mismatchHeld: ['C00001'],
      ungradedHeld: ['BLANK'],
    })
    expect(Object.keys(found)).not.toContain('chainBroken')
    const earlier = await api.evidence.selfCheck({ half: '2026H1' })
    expect(earlier).toMatchObject({ partial: false, verdicts: { total: 0 }, assessments: { total: 0 } })
  })

  it('says first of all when the evidence was tampered with', async () => {
    const opened = await book()
    const db = connect(opened.path, opened.rawKey())
    db.exec('DROP TRIGGER evidenceIsNotErased; DELETE FROM evidence WHERE number = 1')
    db.close()
    const [first] = (await opened.api.evidence.selfCheck({ half: '2026H2' })).findings
    expect(first).toMatchObject({ kind: 'chainBroken', severity: 'must' })
    expect(first?.items[0]).toContain('removed 1')
  })

  it('is a PDF without names and a workbook with every item, in both languages', async () => {
    const { workspace } = await book()
    const print = reportTools(join(import.meta.dirname, '../../../resources'), null)
    try {
      const tools = evidenceTools(print)
      const made = (format: 'pdf' | 'xlsx', locale: 'zh-CN' | 'en') =>
        selfCheckFile(workspace, tools, { half: '2026H2', format, locale })
      const zh = await pdfFacts((await made('pdf', 'zh-CN')).bytes)
      expect(zh.text).toContain('适当性自查报告 2026H2')
      expect(zh.text).toContain('由投资顾问代填的测评')
      expect(zh.text.replaceAll(/\s/g, '')).toContain('第二十九、三十、三十三、三十四条')
      expect(zh.text).not.toContain('欧阳')
      const en = await pdfFacts((await made('pdf', 'en')).bytes)
      // lines of a cell join without a space
      expect(en.text.replaceAll(' ', '')).toContain('Clientsnotyettoldofachangedopinion')
      expect(en.text).not.toMatch(/(?:^|\s)undefined|NaN/)
      const path = join(folder, 'check.xlsx')
      writeFileSync(path, (await made('xlsx', 'zh-CN')).bytes)
      const sheets = await readTables([path])
      expect(sheets.length).toBe(3)
      const cells = JSON.stringify(sheets)
      expect(cells).toContain('C00002 2026-10-15')
      expect(cells).toContain('BLANK')
      expect(cells).toContain('第二十九、三十、三十三、三十四条')
      // its words are those of the PDF, never codes of the program
      expect(cells).toContain('无法判定')
      expect(cells).not.toMatch(/undetermined|drafted|"check"/)
    } finally {
      await print.close()
    }
  })
})
