import { announcementRows } from './announcements.ts'
import { clientId, makeBundle } from './client-bundle.ts'
import { isoDate, yearOf } from './days.ts'
import { fundRow } from './fund-row.ts'
import { makeRandom } from './random.ts'
import { indexRows, lastNavRow } from './reference-rows.ts'
import { yieldRows } from './yields.ts'
import type { DemoWorld, WorldChange, WorldRow } from './world.ts'

const put = (book: string | null, row: WorldRow): WorldChange => ({ op: 'put', book, put: row })

/** Lower bounds of the tiers in fen, as the default segment pack has them. */
const marks = [50_000, 500_000, 3_000_000, 10_000_000].map(yuan => yuan * 100)

/** The next exchange day: prices for everything, news for one client in fifty. */
export function* secondDay(world: DemoWorld): Generator<WorldChange> {
  const { market, seed, context } = world
  const next = market.today + 1
  const day = market.calendar.days[next] ?? 0
  const date = isoDate(day)
  const random = makeRandom(seed, 'second-day')
  const book = world.advisors[0]?.book ?? null
  const away = world.advisors[1]?.book
  for (const row of indexRows(market, next, yearOf(day))) yield put(null, row)
  for (const row of yieldRows(market.yields, market.calendar, next, yearOf(day))) yield put(null, row)
  for (const asset of market.assets)
    if (asset.share === null || asset.share.spec.closed === null || asset.share.spec.closed >= next)
      for (const row of lastNavRow(market, asset, next)) yield put(null, row)

  const graded = market.assets.find(a => a.product.name.startsWith('知微稳进混合'))
  if (graded !== undefined)
    yield put(null, {
      stream: 'products',
      key: graded.code,
      tier: 0,
      row: { ...graded.product, riskGrade: 'R4', gradedOn: date },
    })
  const leaving = market.shares.find(s => s.spec.name.startsWith('明序成长精选'))
  for (const share of market.shares) {
    if (share.spec !== leaving?.spec) continue
    const row = fundRow(seed, share, market.calendar, next, true)
    yield put(null, { stream: 'funds', key: share.code, tier: 0, row })
    for (const news of announcementRows(row, market.calendar, next)) yield put(null, news)
  }

  let moved = false
  for (let i = 0; i < world.clients; i++) {
    const special = i < 9
    if (!special && !random.chance(0.02)) continue
    const bundle = makeBundle(context, i, next)
    const { tier } = bundle.cell
    const client = bundle.rows[0]
    if (client === undefined) continue
    // A deposit large enough to lift some clients over the next mark, a withdrawal for others
    const row = client.row as { cash: number; latestAssets: number; averageAssets: number; name: string }
    const above = marks.find(mark => mark > row.averageAssets)
    const near = above !== undefined && above < 1.7 * row.averageAssets
    const change = random.chance(near ? 0.6 : 0.3)
      ? Math.round(
          near ? (above - row.averageAssets) * random.between(1.01, 1.3) : row.latestAssets * random.between(0.1, 0.4),
        )
      : -Math.round(row.cash * random.between(0, 0.6))
    const account = `${clientId(i)}-C`
    const amount = Math.abs(change)
    const cash = row.cash + change
    const average = row.averageAssets + (random.chance(0.75) ? change : Math.round(change / 20))
    yield put(book, {
      ...client,
      row: { ...row, cash, latestAssets: row.latestAssets + change, averageAssets: average },
    })
    for (const r of bundle.rows) {
      if (r.stream === 'holdings') yield put(book, r)
      if (r.stream === 'accounts' && r.key === account) yield put(book, { ...r, row: { ...r.row, cash } })
    }
    if (amount > 0) {
      const id = `${clientId(i)}-D001`
      const trade = {
        id,
        clientId: clientId(i),
        accountId: account,
        date,
        side: change > 0 ? 'deposit' : 'withdraw',
        code: null,
        units: 0,
        price: null,
        amount,
        fee: 0,
        status: 'confirmed',
      }
      yield put(book, { stream: 'trades', key: id, tier, row: trade })
    }
    if (!moved && away !== undefined && i > 20 && tier <= 3) {
      moved = true
      yield { op: 'move', clientId: clientId(i), from: book ?? '', to: away }
    }
  }
}
