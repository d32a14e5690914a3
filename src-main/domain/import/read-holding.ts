import { productCodeOf } from './clean-code.ts'
import { reject, type ImportContext, type LineResult } from './import-context.ts'
import { needYuan, wordIn, type RowCells } from './row-cells.ts'
import { accountOfLine, clientOfLine, newAccount } from './whose-line.ts'

const grades = { r1: 'R1', r2: 'R2', r3: 'R3', r4: 'R4', r5: 'R5' } as const

/** The code of a line, by its name when the file gives none; null leaves a fault. */
export const codeOfLine = (cells: RowCells, context: ImportContext): string | null => {
  const own = cells.text('code')
  if (own !== '') return context.hasProduct(own) ? own : productCodeOf(own)
  const name = cells.text('name')
  if (name === '')
    return cells.fail(
      '没有证券代码，也没有名称：请在文件中补上代码',
      'neither a security code nor a name: add the code to the file',
    )
  return (
    context.codeByName(name) ??
    cells.fail(
      `文件没有证券代码，客户簿里也没有名为“${name}”的唯一产品：请先同步，或导入带代码、名称和类型的持仓，或在文件中补上代码列`,
      `no security code, and not exactly one product here is named "${name}": sync first, or import holdings with code, name and type, or add a column of codes to the file`,
    )
  )
}

/** A product that head office has not sent: only when the file says what it is; its risk grade is never guessed. */
const productOf = (cells: RowCells, code: string, context: ImportContext) => {
  const type = wordIn(cells.text('productType'), context.pack.productTypes)
  const name = cells.text('name')
  if (context.hasProduct(code) || type === null || name === '') return []
  const row = {
    code,
    name,
    ...type,
    riskGrade: wordIn(cells.text('riskGrade'), grades),
    gradedBy: null,
    gradedOn: null,
    term: wordIn(cells.text('term'), context.pack.terms),
    variety: wordIn(cells.text('variety'), context.pack.varieties),
    highRisk: false,
    redemptionDays: null,
    minimum: null,
    annualFee: null,
    sale: 'closed',
    onShelf: false,
    tags: [],
    maturesOn: cells.date('maturesOn'),
    access: null,
  }
  return [{ stream: 'products' as const, row }]
}

/** Cost of a unit where the file has the gain alone: `(value - profit) / units`, in 1e-4 yuan; null where that is no price. */
const costOf = (profit: number | null, value: number, units: number | null): number | null => {
  if (profit === null || units === null || units <= 0) return null
  const cost = Math.round(((value - profit) * 1e4) / units)
  return cost > 0 ? cost : null
}

/** One line of a holdings file; `isExternal` for exports of 基金E账户, whose accounts are elsewhere. */
export const readHolding = (cells: RowCells, context: ImportContext, isExternal: boolean): LineResult => {
  const clientId = clientOfLine(cells, context)
  const code = codeOfLine(cells, context)
  const units = cells.figure('units', 2)
  const price = cells.figure('price', 4)
  const cost = cells.figure('cost', 4)
  const value =
    cells.figure('value', 2) ?? (units !== null && price !== null ? Math.round((units * price) / 1e4) : null)
  const profit = cells.figure('profit', 2)
  const priceDate = cells.date('priceDate')
  const maturesOn = cells.date('maturesOn')
  needYuan(cells, context.pack)
  const products = code === null ? [] : productOf(cells, code, context)
  const [fault] = cells.faults
  if (fault !== undefined) return { kind: 'reject', reason: fault }
  if (clientId === null || code === null) return reject('缺客户或代码', 'client or code is missing')
  if (value === null) return reject('没有市值，也没有份额与净值', 'no value, and no units with a price')
  const kind = isExternal ? 'external' : 'cash'
  const accountId = accountOfLine(cells, clientId, kind)
  const row = {
    clientId,
    accountId,
    code,
    units: units ?? 0,
    cost: cost !== null && cost > 0 ? cost : costOf(profit, value, units),
    price: price !== null && price > 0 ? price : null,
    priceDate,
    value,
    maturesOn,
  }
  const accounts = context.hasAccount(accountId) ? [] : [newAccount(accountId, clientId, kind)]
  return { kind: 'rows', rows: [...products, ...accounts, { stream: 'holdings', row }] }
}
