import { z } from 'zod'
import { ProductCode } from './ids.ts'
import { Fen, IsoDate, Ratio } from './units.ts'

export const FundType = z.enum([
  'money',
  'shortBond',
  'bond',
  'bondPlus',
  'balanced',
  'equityMixed',
  'equity',
  'index',
  'etf',
  'qdii',
  'fof',
  'commodity',
])
export type FundType = z.infer<typeof FundType>

export const FundManager = z.object({ name: z.string().max(60), from: IsoDate, to: IsoDate.nullable() }).readonly()
export type FundManager = z.infer<typeof FundManager>

/** Benchmark as weights of index codes, in force from a date. */
export const BenchmarkWeights = z
  .object({ from: IsoDate, parts: z.array(z.object({ index: z.string().max(40), weight: Ratio }).readonly()) })
  .readonly()
export type BenchmarkWeights = z.infer<typeof BenchmarkWeights>

/** Front-end or redemption fee: `rate` applies from `from` (yuan for purchase, days held for redemption). */
const FeeStep = z.object({ from: z.number().min(0), rate: Ratio }).readonly()

/** Stars that a rating agency gave on a day; `years` is the period it rates, where the agency rates several. */
export const FundRating = z
  .object({
    date: IsoDate,
    agency: z.string().min(1).max(60),
    years: z.int().positive().nullable(),
    stars: z.int().min(1).max(5),
  })
  .readonly()
export type FundRating = z.infer<typeof FundRating>

/** One share class; classes of one fund share `fundId`. */
export const Fund = z
  .object({
    code: ProductCode,
    fundId: z.string().min(1).max(40),
    name: z.string().min(1).max(200),
    shareClass: z.string().max(10).nullable(),
    company: z.string().max(100),
    type: FundType,
    /** Peer group 同类. */
    peerGroup: z.string().min(1).max(60),
    inceptionOn: IsoDate,
    closedOn: IsoDate.nullable(),
    managers: z.array(FundManager),
    benchmark: z.array(BenchmarkWeights),
    sizes: z.array(z.object({ date: IsoDate, size: Fen }).readonly()),
    fees: z.object({
      management: Ratio,
      custody: Ratio,
      sales: Ratio,
      purchase: z.array(FeeStep),
      redemption: z.array(FeeStep),
    }),
    dividends: z.array(z.object({ date: IsoDate, perUnit4: z.int() }).readonly()),
    splits: z.array(z.object({ date: IsoDate, ratio: z.number().positive() }).readonly()),
    status: z.enum(['open', 'limited', 'halted', 'closed']),
    purchaseLimit: Fen.nullable(),
    holders: z.array(z.object({ date: IsoDate, institutional: Ratio, individual: Ratio }).readonly()),
    turnover: z.array(z.object({ date: IsoDate, rate: Ratio }).readonly()),
    duration: z.number().nullable(),
    ratings: z.array(FundRating).default([]),
  })
  .readonly()
export type Fund = z.infer<typeof Fund>

/** Peer group of funds that only files speak of: the files do not say whose peers they are. */
export const OWN_DATA = '自有数据'

/** Funds with the same key are peers; share classes of one fund always are. */
export const peerKeyOf = ({ peerGroup, fundId }: Pick<Fund, 'peerGroup' | 'fundId'>): string =>
  peerGroup === OWN_DATA ? `${peerGroup} ${fundId}` : peerGroup
