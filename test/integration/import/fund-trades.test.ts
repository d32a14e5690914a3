import { describe, test } from 'vitest'
import { expectDirt, type Dirt, type Rows } from '../../helpers/read-dirt.ts'

const one = (stream: string, row: Readonly<Record<string, unknown>>): Rows => [[stream, row]]

const fundTrade = (side: string, rest = '100,1.5,150,已确认'): string =>
  `确认日期,基金代码,业务类型,确认份额,确认净值,确认金额,状态\n20240131,1,${side},${rest}\n`
const fundSides: readonly Dirt[] = [
  ['认购', 'buy'],
  ['申购', 'buy'],
  ['定投', 'buy'],
  ['定期定额申购', 'buy'],
  ['赎回', 'sell'],
  ['转换出', 'convertOut'],
  ['转换入', 'convertIn'],
  ['红利再投', 'reinvest'],
  ['现金分红', 'dividend'],
  ['强增', 'adjustIn'],
  ['强减', 'adjustOut'],
  ['份额折算', 'split'],
].map(([word = '', side = '']) => ({
  name: `fund trade ${word}`,
  content: fundTrade(word),
  rows: one('trades', { side, units: 10_000, price: 15_000, amount: 15_000, status: 'confirmed' }),
}))
const unconfirmed: readonly Dirt[] = [
  { name: 'a confirmed trade of nothing', content: fundTrade('申购', '0,,150,已确认'), rejects: [[2, '数量为零']] },
  {
    name: 'a purchase that is not confirmed yet',
    content: fundTrade('申购', '0,,150,未确认'),
    rows: one('trades', { side: 'buy', units: 0, amount: 15_000, status: 'pending' }),
  },
  {
    name: 'a redemption that failed',
    content: fundTrade('赎回', '0,,,确认失败'),
    rows: one('trades', { side: 'sell', units: 0, amount: 0, status: 'failed' }),
  },
]

describe('fund trades of files', () => {
  test.each([...fundSides, ...unconfirmed])('$name', expectDirt)
})
