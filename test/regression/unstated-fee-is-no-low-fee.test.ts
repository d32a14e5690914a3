import { expect, it } from 'vitest'
import { Fund } from '../../src-main/model/fund.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { syntheticFund } from '../helpers/fund-input.ts'

const open = openedBooks()

// A fund that only files speak of has no fees stated; it passed "fee a year of 0.5 % at most" with a fee of 0.
it('a fund whose fees are not stated passes no condition on the fee', async () => {
  const { api, store } = await open()
  const none = { management: 0, custody: 0, sales: 0, purchase: [], redemption: [] }
  store.write(tx => {
    tx.funds.put(Fund.parse(syntheticFund({ code: '880001', fundId: '880001', fees: none })))
    tx.funds.put(Fund.parse(syntheticFund({ code: '880002', fundId: '880002', fees: { ...none, management: 0.0015 } })))
  })
  const { rows } = await api.funds.screen({
    types: [],
    grades: [],
    onShelf: false,
    open: false,
    conditions: [{ kind: 'fact', fact: 'annualFee', min: null, max: 0.005 }],
  })
  expect(rows).toEqual([{ code: '880002', values: [0.0015] }])
})
