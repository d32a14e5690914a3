import type { z } from 'zod'
import type { FundRating } from '../../model/fund.ts'
import { epochDay, isoDate } from './days.ts'
import type { FundSpec } from './fund-spec.ts'
import { makeRandom } from './random.ts'
import { seeds } from './seeds.ts'

const DAYS_A_YEAR = 365
const SPREAD = 0.5

/** Stars of fictional agencies, at the last two quarter ends, for funds as old as the period they rate. */
export const ratingsOf = (
  seed: number,
  { fundId, peer, perYear }: FundSpec,
  inceptionOn: string,
  quarterEnds: readonly string[],
): z.input<typeof FundRating>[] => {
  const { agencies, marks } = seeds.ratings
  const random = makeRandom(seed, `ratings/${fundId}`)
  const width = Math.hypot(peer.carry[1], peer.alpha[1])
  const skill = width === 0 ? 0 : (perYear - peer.carry[0] - peer.alpha[0]) / width
  return quarterEnds.flatMap(date =>
    agencies.flatMap(({ agency, years }) => {
      const old = isoDate(epochDay(date) - (years ?? 3) * DAYS_A_YEAR)
      const seen = skill + SPREAD * random.normal()
      return inceptionOn > old ? [] : [{ date, agency, years, stars: 1 + marks.filter(mark => seen > mark).length }]
    }),
  )
}
