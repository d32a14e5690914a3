import type { FundHoldings } from '../../../model/fund-holding.ts'
import type { Fund } from '../../../model/fund.ts'
import type { ImportPack } from '../../../model/import/import-pack.ts'
import type { SheetText } from '../../../model/import/sheet-text.ts'
import type { BiText } from '../../../model/text.ts'
import { parseRow } from '../../../model/parse-row.ts'
import { productCodeOf } from '../clean-code.ts'
import { plain } from '../clean-text.ts'
import type { ImportedRow, RejectedRow } from '../import-context.ts'
import { codeInName, navChunks } from '../read-navs.ts'
import type { SheetResult } from '../read-sheet.ts'
import { FundFile } from './fund-file.ts'
import { levelChunks, type LevelPoint } from './level-chunks.ts'
import type { MarketTable } from './market-layout.ts'
import { marketLine, navLine } from './market-line.ts'
import { yieldChunks, yieldPoints, type YieldPoint } from './yield-chunks.ts'

/** What the store knows already. */
export interface MarketKnown {
  fund(code: string): Fund | null
  holdings(fundId: string, date: string): FundHoldings | null
}

interface Sheet {
  readonly sheet: SheetText
  readonly table: MarketTable
}

/**
 * Reads tables of market data that belong together: NAVs with their events, what a fund disclosed, its managers and
 * holders, index levels, yield curves. NAVs are kept as published, also those of 30 June and 31 December: the calendar leaves them
 * out where returns are computed. A line that cannot be read is a reject with its number. The rows of a fund stand with the first of its tables.
 */
export function readMarket(sheets: readonly Sheet[], known: MarketKnown, pack: ImportPack): readonly SheetResult[] {
  const files = new Map<string, FundFile>()
  const homes = new Map<string, number>()
  const levels: { readonly home: number; readonly points: readonly LevelPoint[] }[] = []
  const yields: { readonly home: number; readonly points: readonly YieldPoint[] }[] = []
  const results = sheets.map(({ sheet, table }, index) => {
    const fileOf = (code: string): FundFile => {
      const found = files.get(code) ?? new FundFile(code)
      files.set(code, found)
      if (!homes.has(code)) homes.set(code, index)
      return found
    }
    const read = readTable(sheet, table, fileOf, pack)
    if (read.points.length > 0) levels.push({ home: index, points: read.points })
    if (read.yields.length > 0) yields.push({ home: index, points: read.yields })
    return { ...read, rows: [] as ImportedRow[] }
  })
  const put = (home: number, rows: readonly Omit<ImportedRow, 'key'>[]): void => {
    const result = results[home]
    for (const { stream, row } of rows) {
      const parsed = parseRow(stream, row)
      if (parsed.kind === 'row') result?.rows.push({ stream, key: parsed.key, row: parsed.row })
      else
        result?.rejects.push({
          line: 1,
          reason: { zh: `不合规格：${parsed.reason}`, en: `does not fit: ${parsed.reason}` },
          cells: [stream],
        })
    }
  }
  for (const [code, file] of files) {
    const home = homes.get(code) ?? 0
    put(home, file.rows(known, pack))
    put(
      home,
      navChunks(file.navs.map(({ day, nav }) => ({ code, day, nav }))).map(row => ({ stream: 'navs' as const, row })),
    )
  }
  for (const { home, points } of levels)
    put(
      home,
      levelChunks(points).map(row => ({ stream: 'benchmarks' as const, row })),
    )
  for (const { home, points } of yields)
    put(
      home,
      yieldChunks(points).map(row => ({ stream: 'yields' as const, row })),
    )
  return results.map(({ rows, rejects, lines, duplicates, skipped }) => ({
    rows,
    rejects,
    lines,
    duplicates,
    skipped,
    notes: [],
  }))
}

interface TableRead {
  readonly points: LevelPoint[]
  readonly yields: YieldPoint[]
  readonly rejects: RejectedRow[]
  lines: number
  duplicates: number
  skipped: number
}

function readTable(
  sheet: SheetText,
  table: MarketTable,
  fileOf: (code: string) => FundFile,
  pack: ImportPack,
): TableRead {
  const out: TableRead = { points: [], yields: [], rejects: [], lines: 0, duplicates: 0, skipped: 0 }
  const fileCode = codeInName(sheet.file)
  const seen = new Set<string>()
  sheet.rows.slice(1).forEach((row, i) => {
    if (row.every(cell => plain(cell) === '')) return
    out.lines++
    const own = row.join('\u001F')
    if (seen.has(own)) {
      out.duplicates++
      return
    }
    seen.add(own)
    const fault = readRow(row)
    if (fault === 'skip') out.skipped++
    else if (fault !== null) out.rejects.push({ line: i + 2, reason: fault, cells: row })
  })
  return out

  function readRow(row: readonly string[]): BiText | 'skip' | null {
    const line = marketLine(table, row)
    if (table.layout === 'levels') {
      const date = line.date('date')
      const close = line.number('close', 4)
      if (line.faults[0] !== undefined) return line.faults[0]
      if (date === null || close === null) return 'skip'
      out.points.push({ name: stem(sheet.file), date, level: close })
      return null
    }
    if (table.layout === 'yields') {
      const read = yieldPoints(table, line, pack)
      if (read === 'skip' || !('points' in read)) return read
      out.yields.push(...read.points)
      return null
    }
    if (table.layout === 'fundNavs') {
      const nav = navLine(line, fileCode)
      if (!('day' in nav)) return nav
      fileOf(nav.code).navs.push(nav)
      return null
    }
    const code = line.text('code') === '' ? fileCode : productCodeOf(line.text('code'))
    if (code === null)
      return { zh: '没有基金代码，文件名里也没有', en: 'no fund code, and none in the name of the file' }
    return fileOf(code).take(table, line, pack)
  }
}

const stem = (file: string): string => (file.split('/').at(-1) ?? file).replace(/\.[^.]+$/, '')
