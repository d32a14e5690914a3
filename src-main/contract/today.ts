import { z } from 'zod'
import { InvestorType, RiskCapacity, Style, SuitabilityVerdict, Tier } from '../model/levels.ts'
import { BiText } from '../model/text.ts'
import { IsoDate } from '../model/units.ts'
import { base, none } from './base.ts'

export const TodayGroup = z.enum(['service', 'event', 'questionnaire'])
export type TodayGroup = z.infer<typeof TodayGroup>

const who = { clientId: z.string(), name: z.string(), tier: Tier.nullable(), style: Style.nullable() }

/** Of a client and of an event alike. */
const line = {
  /** Of the client, or of the event. */
  id: z.string(),
  /** The strongest reason, and what else is to be known. */
  why: BiText,
  more: BiText,
  bring: BiText,
  minutes: z.int(),
  minutesSoFar: z.int(),
  aboveCut: z.boolean(),
  dueOn: z.string().nullable(),
  channel: BiText,
  groups: z.array(TodayGroup),
  /** The next working day with room for it. */
  laterOn: z.string(),
}

const ClientLine = z
  .object({
    kind: z.literal('client'),
    ...line,
    ...who,
    investorType: InvestorType,
    riskCapacity: RiskCapacity.nullable(),
    /** The level of a result that waits for head office; null when none waits. */
    waitingCapacity: RiskCapacity.nullable(),
    /** Fen. */
    assets: z.int(),
    lapsed: z.boolean(),
    /** Null where no product is concerned. */
    verdict: z.object({ verdict: SuitabilityVerdict, comparison: BiText }).readonly().nullable(),
    overdueDays: z.int(),
  })
  .readonly()

/** One event and all whom one message can serve. */
const EventLine = z
  .object({
    kind: z.literal('event'),
    ...line,
    /** The product that matures; null where each holds another. */
    code: z.string().nullable(),
    name: BiText,
    clientIds: z.array(z.string()),
    /** What matures, or what they hold above their level; fen. */
    value: z.int(),
    tiers: z.array(Tier),
  })
  .readonly()

export const TodayRow = z.discriminatedUnion('kind', [ClientLine, EventLine])
export type TodayRow = z.infer<typeof TodayRow>

export const TodayView = z
  .object({
    date: z.string(),
    /** Things to do and the clients whom they concern; the rows are the first of them. */
    total: z.int(),
    clients: z.int(),
    /** Rows of the day: those above the line of the hours and the next ones below it. */
    plan: z.int(),
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
    .input(z.object({ clientIds: z.array(z.string()).min(1).max(50_000), mark: TodayMark, until: IsoDate.nullable() }))
    .output(z.object({ markId: z.string() })),
  /** Clients of an event of the list of now. */
  eventClients: base.input(z.object({ id: z.string().max(200) })).output(z.array(z.string())),
  unmark: base.input(z.object({ markId: z.string() })).output(none),
}
