import { z } from 'zod'
import factors from '../../../resources/demo/factors.json' with { type: 'json' }
import announcements from '../../../resources/demo/announcements.json' with { type: 'json' }
import indices from '../../../resources/demo/indices.json' with { type: 'json' }
import names from '../../../resources/demo/names.json' with { type: 'json' }
import peerGroups from '../../../resources/demo/peer-groups.json' with { type: 'json' }
import products from '../../../resources/demo/products.json' with { type: 'json' }
import ratings from '../../../resources/demo/ratings.json' with { type: 'json' }
import yields from '../../../resources/demo/yields.json' with { type: 'json' }
import { FundType } from '../../model/fund.ts'
import { YieldCurve } from '../../model/yield-chunk.ts'
import { AssetClass, RiskGrade, Style, Term, Tier, Variety } from '../../model/levels.ts'

const loads = z.record(z.string(), z.number())
/** Where a level starts and ends, how fast it is pulled back to the line between, and the duration its factor stands for. */
const moving = z.object({ first: z.number(), last: z.number(), pull: z.number(), duration: z.number() })
const announced = z.object({ title: z.string(), text: z.string() })
const pair = z.tuple([z.number(), z.number()])

export const PeerGroup = z.object({
  group: z.string(),
  type: FundType,
  asset: AssetClass,
  count: z.int(),
  grades: z.array(RiskGrade),
  term: Term,
  /** Labels by which the segment packs put a product on a shelf. */
  shelf: z.array(z.string()),
  variety: Variety,
  days: z.int(),
  names: z.array(z.string()),
  classes: z.array(z.string()),
  indices: z.array(z.string()).optional(),
  /** Mean and spread of the loading on each factor. */
  loads: z.record(z.string(), pair),
  carry: pair,
  alpha: pair,
  idio: z.number(),
  /** Management, custody, sales service, front-end. */
  fees: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  benchmark: loads,
  /** Equity, bond, cash, fund, other. */
  mix: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]),
  /** Typical size in hundred million yuan. */
  size: z.number(),
  duration: z.number().optional(),
})
export type PeerGroup = z.infer<typeof PeerGroup>

/** What the generator starts from: every name in it is invented. */
export const seeds = {
  factors: z
    .object({
      factors: z.array(z.object({ id: z.string(), drift: z.number(), vol: z.number() })),
      regimes: z.array(z.object({ from: z.string(), to: z.string(), vol: z.number(), total: loads })),
    })
    .parse(factors),
  indices: z
    .array(
      z.object({
        code: z.string(),
        name: z.string(),
        loads,
        start: z.number(),
        carry: z.number().default(0),
      }),
    )
    .parse(indices),
  peerGroups: z.array(PeerGroup).parse(peerGroups),
  names: z
    .object({
      companies: z.array(z.string()),
      words: z.array(z.string()),
      surnames: z.string(),
      given: z.string(),
      featured: z.array(
        z.object({ name: z.string(), tier: Tier, style: Style, kind: z.enum(['person', 'organisation']) }),
      ),
      organisations: z.array(z.string()),
      organisationWords: z.array(z.string()),
      branches: z.array(z.string()),
      advisors: z.array(z.object({ book: z.string(), name: z.string(), licence: z.string() })),
      stockWords: z.array(z.string()),
      stockEnds: z.record(z.string(), z.array(z.string())),
      tags: z.array(z.tuple([z.string(), z.string()])),
      subjects: z.array(z.string()),
      notes: z.array(z.string()),
    })
    .parse(names),
  products: z
    .object({
      featuredFunds: z.array(
        z.object({
          group: z.string(),
          name: z.string(),
          company: z.string(),
          grade: RiskGrade.nullable(),
          tags: z.array(z.string()),
        }),
      ),
      advisory: z.array(z.object({ name: z.string(), grade: RiskGrade, loads, fee: z.number() })),
      privateStrategies: z.array(
        z.object({ name: z.string(), grade: RiskGrade, loads, alpha: z.number(), idio: z.number() }),
      ),
      notes: z.array(z.string()),
      cashManagement: z.array(z.string()),
      stocks: z.int(),
      convertibles: z.int(),
      privateFunds: z.int(),
      noteCount: z.int(),
    })
    .parse(products),
  announcements: z
    .object({
      /** How far back announcements go, and how long after its end a quarter is reported, in days. */
      windowDays: z.int(),
      reportDays: z.int(),
      texts: z.object({
        report: announced,
        dividend: announced,
        split: announced,
        manager: announced,
        trading: announced,
        liquidation: announced,
      }),
      leaves: z.string(),
    })
    .parse(announcements),
  ratings: z
    .object({
      agencies: z.array(z.object({ agency: z.string(), years: z.int().nullable() })),
      /** Deviations from the peer group's mean that part one from two stars, and so on. */
      marks: z.array(z.number()).length(4),
    })
    .parse(ratings),
  yields: z
    .object({
      curves: z.array(z.object({ curve: YieldCurve, name: z.string() })),
      months: z.array(z.int()),
      level: moving,
      spread: moving,
      /** How much a yield grows with the logarithm of its term. */
      slope: z.number(),
    })
    .parse(yields),
}
