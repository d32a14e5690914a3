import { clientKey, prepareBook, productKey } from './judge-book.ts'
import type { JudgedState } from './rematch.ts'

/** For how many clients of the book a product begins, or ceases, to be a match; the whole book, holders or not. */
export interface ProductReach {
  readonly code: string
  readonly gained: number
  readonly lost: number
  /** The verdict stays, but another action or other duties follow. */
  readonly otherwise: number
}

interface Kind<T> {
  readonly sample: T
  readonly members: string[]
}

const kindsOf = <T>(all: ReadonlyMap<string, T>, keyOf: (item: T) => string): readonly Kind<T>[] => {
  const kinds = new Map<string, Kind<T>>()
  for (const [id, sample] of all) {
    const key = keyOf(sample)
    const found = kinds.get(key)
    if (found === undefined) kinds.set(key, { sample, members: [id] })
    else found.members.push(id)
  }
  return [...kinds.values()]
}

/**
 * Products that one pack would offer to other clients than another, the furthest reaching first; both states are of one book and one day. Clients and products
 * that no verdict of either pack can tell apart are judged once, so that a book of 50,000 is done in well under a second.
 */
export const packReach = (before: JudgedState, after: JudgedState): readonly ProductReach[] => {
  const { date } = before.context
  const ages = [before.pack.seniorAge, after.pack.seniorAge]
  // a client is a pair of what either pack takes it for
  const pairs = new Map(Array.from(before.clients, ([id, was]) => [id, [was, after.clients.get(id) ?? was] as const]))
  const people = kindsOf(pairs, pair => pair.flatMap(client => ages.map(age => clientKey(client, date, age))).join())
  const things = kindsOf(before.products, product => String(productKey(product)))
  const judge = (state: JudgedState, side: 0 | 1) =>
    prepareBook(
      people.map(kind => kind.sample[side]),
      things.map(kind => kind.sample),
      state.context,
      state.pack,
    )
  const [past, next] = [judge(before, 0), judge(after, 1)]
  const reach = things.flatMap(({ members }, thing) => {
    const sums = { gained: 0, lost: 0, otherwise: 0 }
    people.forEach((kind, person) => {
      const [was, is] = [past.verdict(person, thing), next.verdict(person, thing)]
      if (was.verdict !== is.verdict) {
        if (is.verdict === 'match') sums.gained += kind.members.length
        else if (was.verdict === 'match') sums.lost += kind.members.length
        else sums.otherwise += kind.members.length
      } else if (was.action !== is.action || was.codes.join() !== is.codes.join()) sums.otherwise += kind.members.length
    })
    return sums.gained + sums.lost + sums.otherwise === 0 ? [] : members.map(code => ({ code, ...sums }))
  })
  return reach.toSorted((a, b) => b.lost - a.lost || b.gained - a.gained || b.otherwise - a.otherwise)
}
