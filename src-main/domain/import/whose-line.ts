import type { ImportContext } from './import-context.ts'
import { fingerprint } from './fingerprint.ts'
import { plain } from './clean-text.ts'
import type { RowCells } from './row-cells.ts'

const LONGEST = 64

/** The client of a line: its number, else its name, else the client whose file it is. Null leaves a fault. */
export const clientOfLine = (cells: RowCells, context: ImportContext): string | null => {
  const number = plain(cells.text('client'))
  if (number !== '')
    return context.clientId(number) ?? cells.fail(`客户簿中没有客户号“${number}”`, `no client "${number}" in this book`)
  const name = cells.text('clientName')
  if (name !== '' && context.givenClient === null)
    return (
      context.clientIdByName(name) ??
      cells.fail(`“${name}”在客户簿中没有或不止一位`, `"${name}" is not in this book, or not the only one`)
    )
  if (context.givenClient !== null) return context.givenClient
  return cells.fail('文件没有客户号，请先选客户', 'the file names no client: choose whose it is')
}

/** The account of a line; files that name none get one account a client and kind. */
export const accountOfLine = (cells: RowCells, clientId: string, kind: 'cash' | 'fund' | 'external'): string => {
  const named = plain(cells.text('account'))
  if (kind === 'external') {
    // two sellers may number their accounts alike, and a fund's registry gives one number for all of them
    const seller = fingerprint(plain(cells.text('agency'))).slice(0, 10)
    const whole = `${clientId}.E.${named === '' ? seller : `${named}.${seller}`}`
    return whole.length <= LONGEST ? whole : `${clientId}.E.${fingerprint(whole)}`.slice(0, LONGEST)
  }
  return named === '' ? `${clientId}.${kind === 'fund' ? 'F' : 'S'}` : named
}

export const newAccount = (id: string, clientId: string, kind: 'cash' | 'fund' | 'external') => ({
  stream: 'accounts' as const,
  row: { id, clientId, kind, openedOn: null, status: 'active', cash: 0, marginDebt: 0 },
})
