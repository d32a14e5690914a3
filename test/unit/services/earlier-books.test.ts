import { describe, expect, it } from 'vitest'
import { Client } from '../../../src-main/model/client.ts'
import { Fen, IsoDate } from '../../../src-main/model/units.ts'
import { WEEKS } from '../../../src-main/services/matrix/book-history.ts'
import { earlierBooks } from '../../../src-main/services/book/earlier-books.ts'
import { openedBooks } from '../../helpers/opened-book.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'

const open = openedBooks()
const fen = (yuan: number): Fen => Fen.parse(yuan * 100)

/** One client for each of the given assets of now, in yuan. */
const bookOf = async (...clients: readonly (readonly [yuan: number, openedOn: string])[]) => {
  const { store, workspace } = await open()
  store.write(tx => {
    clients.forEach(([yuan, openedOn], i) =>
      tx.clients.put(
        Client.parse({
          ...sampleRow('clients', i + 1),
          openedOn: IsoDate.parse(openedOn),
          averageAssets: fen(yuan),
          latestAssets: fen(yuan),
          cash: fen(yuan),
          revenue365: 0,
        }),
      ),
    )
  })
  return { book: workspace.book(), rules: workspace.rules }
}

const tiersOf = (books: ReturnType<typeof earlierBooks>, place: number): readonly (number | null | undefined)[] =>
  books.map(({ book }) => book.entries[place]?.decision.tier)

describe('the weeks before a first sync', () => {
  it('sort each client by the assets that trades and prices give for that week, the earliest first', async () => {
    const { book, rules } = await bookOf([12_000_000, '2015-01-05'])
    // 4 million until five weeks ago, 12 million since
    const weekly = Float64Array.from({ length: WEEKS }, (_, week) => fen(week < WEEKS - 5 ? 4_000_000 : 12_000_000))
    const books = earlierBooks(book, weekly, rules)
    expect(books.map(each => each.weeks)).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
    // the average of a month passes ten million only when three of its four weeks are at twelve
    expect(tiersOf(books, 0)).toEqual([4, 4, 4, 4, 4, 4, 5, 5])
    expect(books[0]?.book.entries[0]?.facts).toMatchObject({
      averageAssets: fen(4_000_000),
      latestAssets: fen(4_000_000),
    })
  })

  it('leave out whoever came later, and stay on the side of the band where a client was', async () => {
    const { book, rules } = await bookOf([9_500_000, '2015-01-05'], [2_000_000, '2099-01-01'])
    const steady = Array.from({ length: WEEKS }, () => fen(2_000_000))
    const falling = Array.from({ length: WEEKS }, (_, week) => (week < 8 ? fen(10_500_000) : fen(9_500_000)))
    const books = earlierBooks(book, Float64Array.from([...falling, ...steady]), rules)
    expect(books.map(each => each.book.entries.length)).toEqual(Array.from({ length: 8 }, () => 1))
    // 9.5 million is not below 90 % of ten million: nobody flaps
    expect(new Set(tiersOf(books, 0))).toEqual(new Set([5]))
  })
})
