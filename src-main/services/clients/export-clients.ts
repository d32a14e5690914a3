import type { ClientExport, ClientRow } from '../../contract/clients.ts'
import { maskName, maskTail } from '../../model/format/mask.ts'
import type { TableToWrite } from '../ports/table-files.ts'

type Cell = TableToWrite['rows'][number][number]

const FEN = 100

const styles = {
  'zh-CN': { trading: '交易型', wealth: '理财型', allocation: '配置型' },
  en: { trading: 'trading', wealth: 'wealth', allocation: 'allocation' },
} as const

const investors = {
  'zh-CN': { ordinary: '普通', professional: '专业' },
  en: { ordinary: 'ordinary', professional: 'professional' },
} as const

const yuan = (fen: number | null): number | null => (fen === null ? null : fen / FEN)

const cellOf = (row: ClientRow, field: ClientExport['columns'][number]['field'], request: ClientExport): Cell => {
  const { masked, locale } = request
  switch (field) {
    case 'id':
      return masked ? maskTail(row.id) : row.id
    case 'name':
      return masked ? maskName(row.name) : row.name
    case 'cell':
      return row.tier === null || row.style === null ? null : `${row.tier} ${styles[locale][row.style]}`
    case 'assets':
    case 'cash':
    case 'revenue365':
      return yuan(row[field])
    case 'investorType':
      return investors[locale][row.investorType]
    case 'tags':
      return row.tags.join('；')
    case 'phoneTail':
      return row.phoneTail === '' ? null : `****${row.phoneTail}`
    default:
      return row[field]
  }
}

/** The lines and columns of the grid as they stand there; money in yuan, dates as ISO text. */
export const clientTable = (rows: readonly ClientRow[], request: ClientExport): TableToWrite => {
  const byId = new Map(rows.map(row => [row.id, row]))
  return {
    name: request.title,
    header: request.columns.map(column => column.title),
    rows: request.ids.flatMap(id => {
      const row = byId.get(id)
      return row === undefined ? [] : [request.columns.map(({ field }) => cellOf(row, field, request))]
    }),
  }
}
