import { z } from 'zod'
import { InvestorType, RiskCapacity, Style, SuitabilityVerdict, Tier } from '../model/levels.ts'
import { BiText } from '../model/text.ts'
import { IsoDate } from '../model/units.ts'
import { base, none } from './base.ts'

export const TodayGroup = z.enum(['service', 'event', 'questionnaire'])
export type TodayGroup = z.infer<typeof TodayGroup>

const who = { clientId: z.string(), name: z.string(), tier: Tier.nullable(), style: Style.nullable() }

export const TodayRow = z
  .object({
    ...who,
    investorType: InvestorType,
    riskCapacity: RiskCapacity.nullable(),
    /** Fen. */
    assets: z.int(),
    lapsed: z.boolean(),
    /** The strongest reason, and what else is to be known. */
    why: BiText,
    more: BiText,
    bring: BiText,
    /** Null where no product is concerned. */
    verdict: z.object({ verdict: SuitabilityVerdict, comparison: BiText }).readonly().nullable(),
    minutes: z.int(),
    minutesSoFar: z.int(),
    aboveCut: z.boolean(),
    overdueDays: z.int(),
    dueOn: z.string().nullable(),
    channel: BiText,
    groups: z.array(TodayGroup),
  })
  .readonly()
export type TodayRow = z.infer<typeof TodayRow>

export const TodayView = z
  .object({
    date: z.string(),
    /** Clients with a reason to be served singly; the rows are the first of them. */
    total: z.int(),
    rows: z.array(TodayRow),
    counts: z.object({ service: z.int(), event: z.int(), questionnaire: z.int() }).readonly(),
    needMinutes: z.int(),
    availableMinutes: z.int(),
    aboveCut: z.int(),
    /** Clients of cells that are served by one message to all because the hours do not reach. */
    batch: z
      .object({
        /** Due or overdue now. */
        clients: z.int(),
        cells: z.array(z.object({ tier: Tier, style: Style, clients: z.int(), name: BiText }).readonly()),
      })
      .readonly(),
    week: z
      .object({
        neededHours: z.number(),
        plannedHours: z.number(),
        availableHours: z.number(),
        /** The next five working days: minutes of contacts that become due on each. */
        days: z.array(z.object({ date: z.string(), minutes: z.int(), clients: z.int() }).readonly()),
      })
      .readonly(),
    questionnaires: z
      .object({
        lapsed: z.int(),
        within7: z.int(),
        within30: z.int(),
        /** How many end on each of the next thirty days, today first. */
        byDay: z.array(z.int()),
        next: z.array(
          z.object({ ...who, riskCapacity: RiskCapacity.nullable(), on: z.string(), days: z.int() }).readonly(),
        ),
      })
      .readonly(),
    echo: z
      .object({
        days: z.int(),
        sent: z.int(),
        opened: z.int(),
        answered: z.int(),
        followedUp: z.int(),
        recent: z.array(z.object({ clientId: z.string(), name: z.string(), what: BiText, at: z.string() }).readonly()),
      })
      .readonly(),
    pack: z.string(),
  })
  .readonly()
export type TodayView = z.infer<typeof TodayView>

export const TodayMark = z.enum(['done', 'later', 'notRelevant'])
export type TodayMark = z.infer<typeof TodayMark>

export const today = {
  view: base.input(z.object({ limit: z.int().min(1).max(500) })).output(TodayView),
  /** `until` is the day on which a client put off comes back; only with `later`. */
  mark: base
    .input(z.object({ clientId: z.string(), mark: TodayMark, until: IsoDate.nullable() }))
    .output(z.object({ markId: z.string() })),
  unmark: base.input(z.object({ markId: z.string() })).output(none),
}
