import { AccountId, ClientId, ProductCode } from '../../src-main/model/ids.ts'
import type { Trade, TradeSide } from '../../src-main/model/trade.ts'
import { Fen, IsoDate, Nav4, Units100 } from '../../src-main/model/units.ts'
import { hasShared, readShared } from './shared-folder.ts'

/** Text of a real trade book, or null where the shared folder is absent. */
export function tradeBookText(name: string): string | null {
  const path = `data/xalpha_mit/${name}`
  return hasShared(path) ? readShared(path).replace(/^\uFEFF/, '') : null
}

export const trade = (row: {
  readonly id: string
  readonly date: string
  readonly side: TradeSide
  readonly code: string | null
  readonly units: number
  readonly price: number | null
  readonly amount: number
  readonly fee?: number
  readonly account?: string
}): Trade => ({
  id: row.id,
  clientId: ClientId.parse('c1'),
  accountId: AccountId.parse(row.account ?? 'a1'),
  date: IsoDate.parse(row.date),
  side: row.side,
  code: row.code === null ? null : ProductCode.parse(row.code),
  units: Units100.parse(row.units),
  price: row.price === null ? null : Nav4.parse(row.price),
  amount: Fen.parse(row.amount),
  fee: Fen.parse(row.fee ?? 0),
  status: 'confirmed',
})

const isoOf = (text: string): string =>
  text.includes('/')
    ? text
        .split('/')
        .map(p => p.padStart(2, '0'))
        .join('-')
    : `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`

/** Cells of the wide and the long fund books: positive is yuan paid, -0.005..0 a part of the units (-0.005 is all), below that units sold. */
export function fundBookCells(
  text: string,
): { readonly date: string; readonly code: string; readonly value: number }[] {
  const rows = text
    .split(/\r\n|\r|\n/)
    .filter(line => line !== '')
    .map(line => line.split(','))
  const head = (rows.find(row => row[0] === 'date') ?? []).map(h => h.trim())
  const isLong = head[1] === 'fund'
  return rows
    .filter(row => /^\d/.test(row[0] ?? ''))
    .flatMap(row => {
      const date = isoOf(row[0] ?? '')
      if (isLong) return [{ date, code: (row[1] ?? '').padStart(6, '0'), value: Number(row[2]) }]
      return row.slice(1).map((cell, i) => ({ date, code: (head[i + 1] ?? '').padStart(6, '0'), value: Number(cell) }))
    })
    .filter(cell => cell.value !== 0 && /^\d{6}$/.test(cell.code))
    .toSorted((a, b) => a.date.localeCompare(b.date))
}
