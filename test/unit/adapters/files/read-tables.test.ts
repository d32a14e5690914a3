import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTables } from '../../../helpers/read-tables.ts'
import { writeTable } from '../../../../src-main/adapters/files/write-table.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-tables-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const read = async (name: string, content: Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return readTables([path])
}
const rows = [
  ['客户号', '姓名'],
  ['0001', '陆知远'],
]
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a table of a file', () => {
  it.each([
    ['UTF-8 with LF', 'a.csv', utf8('客户号,姓名\n0001,陆知远\n')],
    ['UTF-8 with a mark and CR alone', 'b.csv', utf8('\uFEFF客户号,姓名\r0001,陆知远')],
    ['GBK', 'c.csv', iconv.encode('客户号,姓名\r\n0001,陆知远\r\n', 'gbk')],
    ['GB18030 beyond GBK', 'd.csv', iconv.encode('客户号,姓名\n0001,陆知远\n', 'gb18030')],
    ['UTF-16 with a mark', 'e.csv', iconv.encode('客户号,姓名\n0001,陆知远\n', 'utf-16le', { addBOM: true })],
    ['big-endian UTF-16', 'f.csv', iconv.encode('客户号,姓名\n0001,陆知远\n', 'utf-16be', { addBOM: true })],
    ['tab-separated text named .xls', 'g.xls', iconv.encode('客户号\t姓名\r\n0001\t陆知远\r\n', 'gbk')],
    ['pipes', 'h.txt', utf8('客户号|姓名\n0001|陆知远\n')],
    ['quotes that are guards', 'i.csv', utf8('客户号,姓名\n"0001","陆知远"\n')],
    ['an archive', 'j.zip', zipSync({ '__MACOSX/x.csv': utf8('x'), 'a.csv': utf8('客户号,姓名\n0001,陆知远\n') })],
  ])('is read from %s', async (_, name, content) => {
    const [table] = await read(name, content)
    expect(table?.rows.filter(row => row.some(cell => cell !== ''))).toEqual(rows)
  })

  it('is read from every sheet of a workbook, days as ISO text', async () => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('甲').addRows([['日期'], [new Date(Date.UTC(2024, 0, 31))]])
    book.addWorksheet('乙').addRows([['金额'], [12.5]])
    const tables = await read('k.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    expect(tables.map(table => [table.sheet, table.rows])).toEqual([
      ['甲', [['日期'], ['2024-01-31']]],
      ['乙', [['金额'], ['12.5']]],
    ])
  })

  it('keeps the letters of a quote that never closes', async () => {
    const [table] = await read('l.csv', utf8('a,b\n1,"x\n2,y\n'))
    expect(table?.rows.length).toBeGreaterThanOrEqual(3)
  })

  it('is refused when the archive is a bomb', async () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(8 * 2 ** 20) }, { level: 1 })
    await expect(read('m.zip', bomb)).rejects.toThrow('unpacks to more')
  })

  it.each([
    ['a workbook of the old format', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'old binary format'],
    ['a PDF', utf8('%PDF-1.7'), 'PDF is no table'],
    [
      'bytes that are no text',
      Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919 + (i >> 3)) % 251),
      'neither a text',
    ],
    ['a broken archive', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3), 'damaged'],
    ['an archive in an archive', zipSync({ 'b.zip': zipSync({ 'a.csv': utf8('x,y') }) }), 'inside an archive'],
  ])('is refused with a reason when it is %s', async (_, content, reason) => {
    await expect(read('n.zip', content)).rejects.toThrow(reason)
  })
})

describe('a written table', () => {
  const table = {
    name: '客户',
    header: ['姓名', '资产'],
    rows: [
      ['=cmd|calc', 1.5],
      ['陆"知",远', null],
      ['+1', -2],
    ],
  } as const

  it.each(['csv', 'xlsx'] as const)('as %s holds no formula and reads back as it was', async format => {
    const [back] = await read(`out.${format}`, await writeTable(format, table))
    expect(back?.rows.slice(0, 4)).toEqual([
      ['姓名', '资产'],
      ["'=cmd|calc", '1.5'],
      ['陆"知",远', ''],
      ["'+1", '-2'],
    ])
  })
})
