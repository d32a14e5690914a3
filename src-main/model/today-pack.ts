import { z } from 'zod'
import { BiText } from './text.ts'
import { Fen, IsoDate, Ratio } from './units.ts'

export const TodayReasonKind = z.enum([
  'reply',
  'marginRatio',
  'suitabilityNotice',
  'assessmentReleased',
  'assessmentDeclined',
  'questionnaireExpired',
  'questionnaireMissing',
  'questionnaireExpiring',
  'maturity',
  'movedDown',
  'movedUp',
  'overLevel',
  'overdue',
  'neverContacted',
  'due',
  'largeCash',
  'inflow',
  'birthday',
  'task',
])
export type TodayReasonKind = z.infer<typeof TodayReasonKind>

/** Kinds as they are ranked; a missing questionnaire ranks as a lapsed one, a client never contacted as overdue. */
const TodayOrderKind = TodayReasonKind.exclude(['questionnaireMissing', 'neverContacted'])

const words = z.strictObject({ short: BiText, detail: BiText, bring: BiText }).readonly()

/** Marks and words of the list of today: from which figure on something speaks for a contact, and how it is said. */
export const TodayPack = z
  .strictObject({
    kind: z.literal('today'),
    version: z.string().min(1).max(60),
    effectiveOn: IsoDate,
    origin: BiText,
    marks: z
      .strictObject({
        maturityDays: z.int().min(0).max(365),
        largeCashShare: Ratio.min(0).max(1),
        largeCash: Fen.min(0),
        overLevelShare: Ratio.min(0).max(1),
        /** 警戒线 of the maintenance ratio. */
        marginRatio: z.number().positive(),
        noticeDays: z.int().min(0).max(3650),
        /** What head office decided on a held result is news this long. */
        decisionDays: z.int().min(0).max(3650),
        birthdayDays: z.int().min(0).max(30),
        replyDays: z.int().min(1).max(3650),
        echoDays: z.int().min(1).max(3650),
        /** A lapsed questionnaire calls for a contact at most this long. */
        lapsedDays: z.int().min(1).max(3650),
        /** Days before its end from which a questionnaire calls for a contact. */
        expiryDays: z.int().min(0).max(365),
        /** Money that came in counts as news this long. */
        inflowDays: z.int().min(1).max(365),
      })
      .readonly(),
    /** What comes first on the list: classes of reasons, the most pressing first; within a class the tier decides. */
    order: z.array(z.array(TodayOrderKind).min(1).readonly()).min(1).readonly(),
    /** Events that one message tells to all whom they concern, in cells served so; and its minutes. */
    together: z
      .strictObject({ kinds: z.array(z.enum(['maturity', 'overLevel'])).readonly(), minutes: z.int().min(1).max(480) })
      .readonly(),
    /** So many items below the line of the hours are shown at once; the rest on demand. */
    shownBelow: z.int().min(0).max(100),
    /** Working days on which the exchange is closed, as far as they are known. */
    closedDays: z.array(IsoDate).readonly(),
    /** How long a client stays off the list after a mark. */
    holdDays: z.strictObject({ done: z.int().min(1), notRelevant: z.int().min(1) }).readonly(),
    reasons: z.record(TodayReasonKind, words),
    events: z.record(z.enum(['maturity', 'overLevel']), words),
    phrases: z.record(
      z.enum(['never', 'heldBack', 'above', 'noLevel', 'today', 'opened', 'answered', 'message', 'aboveLevel']),
      BiText,
    ),
  })
  .readonly()
export type TodayPack = z.infer<typeof TodayPack>
