import { z } from 'zod'
import { Consent } from '../model/consent.ts'
import { Delivery, DeliveryChannel } from '../model/delivery.ts'
import { FigureUnit } from '../model/report/figure.ts'
import { ReportDigest } from '../model/report-content.ts'
import { BiText } from '../model/text.ts'
import { SuitabilityVerdict } from '../model/levels.ts'
import { IsoDate } from '../model/units.ts'
import { base, none } from './base.ts'
import { Edition, ReportRow } from './reports.ts'

export const StandingState = z.enum(['made', 'sent', 'opened', 'answered', 'followedUp', 'unknown', 'withdrawn'])

/** A report with how far it came; instants are null where it did not. */
export const ReportLine = ReportRow.unwrap()
  .extend({
    state: StandingState,
    clientId: z.string().nullable(),
    sentAt: z.string().nullable(),
    openedAt: z.string().nullable(),
    answeredAt: z.string().nullable(),
    followedUpAt: z.string().nullable(),
    opens: z.int(),
    pagesRead: z.int().nullable(),
    canTellOpening: z.boolean(),
    answers: z.record(z.string(), z.string()).nullable(),
    /** The delivery that concerns most: under way, failed or the newest. */
    delivery: Delivery.nullable(),
    /** 1 for the first report of this kind, subject and edition. */
    version: z.int(),
    versions: z.int(),
  })
  .readonly()
export type ReportLine = z.infer<typeof ReportLine>

export const ReportFunnelView = z
  .object({
    made: z.int(),
    sent: z.int(),
    opened: z.int(),
    answered: z.int(),
    followedUp: z.int(),
    sendingUnknown: z.int(),
    openingUnknown: z.int(),
    withdrawn: z.int(),
  })
  .readonly()
export type ReportFunnelView = z.infer<typeof ReportFunnelView>

export const SendCheck = z
  .object({
    id: z.enum([
      'edition',
      'file',
      'findings',
      'client',
      'once',
      'address',
      'consent',
      'mailServer',
      'headOffice',
      'message',
      'doNotDisturb',
    ]),
    state: z.enum(['ok', 'blocked', 'notice']),
    detail: z.string(),
  })
  .readonly()
export type SendCheck = z.infer<typeof SendCheck>

export const ConsentInput = Consent.unwrap().omit({ id: true, clientId: true, at: true, way: true, given: true })

const target = {
  reportId: z.string().min(1).max(64),
  /** Needed where the report is not about one client. */
  clientId: z.string().min(1).max(64).nullable(),
  channel: DeliveryChannel,
}

export const SendRequest = z.object({
  ...target,
  subject: z.string().max(200),
  text: z.string().max(8000),
  /** Of a link, from today. */
  days: z.int().min(1).max(90),
  /** The consent that the client gave and nobody had recorded. */
  consent: ConsentInput.nullable(),
  /** It went out before, and is to go out once more. */
  again: z.boolean(),
})
export type SendRequest = z.infer<typeof SendRequest>

export const SendView = z
  .object({
    checks: z.array(SendCheck),
    to: z.string().nullable(),
    subject: z.string(),
    text: z.string(),
    fileName: z.string(),
    /** Whether the book or a record says that the client agreed. */
    hasConsent: z.boolean(),
    /** Earlier deliveries of this report to this client by this way that went out, or may have. */
    earlier: z.int(),
  })
  .readonly()
export type SendView = z.infer<typeof SendView>

export const SendOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), delivery: Delivery }).readonly(),
  z.object({ kind: z.literal('refused'), checks: z.array(SendCheck) }).readonly(),
])
export type SendOutcome = z.infer<typeof SendOutcome>

export const ReplyAnswers = z
  .object({
    understood: z.enum(['yes', 'partly', 'no']),
    contact: z.enum(['call', 'later', 'no']),
    question: z.string().max(500),
  })
  .readonly()
export type ReplyAnswers = z.infer<typeof ReplyAnswers>

export const ReportEvent = z
  .object({
    at: z.string(),
    kind: z.enum(['made', 'sent', 'opened', 'pagesRead', 'answered', 'followedUp', 'withdrawn']),
    source: z.string(),
    pages: z.int().nullable(),
    answers: z.record(z.string(), z.string()).nullable(),
  })
  .readonly()
export type ReportEvent = z.infer<typeof ReportEvent>

export const ReportDetail = z
  .object({
    line: ReportLine,
    deliveries: z.array(Delivery),
    events: z.array(ReportEvent),
    consents: z.array(Consent),
    /** Verdicts that were frozen with it. */
    evidence: z.array(
      z
        .object({
          id: z.string(),
          productCode: z.string(),
          verdict: SuitabilityVerdict,
          pack: z.string(),
          hash: z.string(),
        })
        .readonly(),
    ),
    /** All reports of this kind, subject and edition, newest first. */
    history: z.array(
      z.object({ id: z.string(), madeAt: z.string(), dataDate: z.string(), state: StandingState }).readonly(),
    ),
    versions: z.array(z.object({ name: z.string(), version: z.string() }).readonly()),
  })
  .readonly()
export type ReportDetail = z.infer<typeof ReportDetail>

const ComparedReport = z
  .object({
    id: z.string(),
    madeAt: z.string(),
    dataDate: z.string(),
    edition: Edition,
    subject: z.string(),
    subjectName: z.string(),
    versions: z.array(z.object({ name: z.string(), version: z.string() }).readonly()),
    findings: z.array(BiText),
    actions: z.array(BiText),
  })
  .readonly()

const ComparedHolding = ReportDigest.unwrap().shape.holdings.element.nullable()

export const ReportComparison = z
  .object({
    before: ComparedReport,
    after: ComparedReport,
    figures: z.array(
      z
        .object({
          id: z.string(),
          name: BiText,
          unit: FigureUnit,
          before: z.number().nullable(),
          after: z.number().nullable(),
          change: z.number().nullable(),
        })
        .readonly(),
    ),
    holdings: z.array(
      z
        .object({
          code: z.string(),
          name: z.string(),
          kind: z.enum(['new', 'gone', 'kept']),
          before: ComparedHolding,
          after: ComparedHolding,
          change: z.number().nullable(),
        })
        .readonly(),
    ),
  })
  .readonly()
export type ReportComparison = z.infer<typeof ReportComparison>

const byId = z.object({ id: z.string().min(1).max(64) })

export const deliveries = {
  overview: base.input(none).output(z.object({ lines: z.array(ReportLine), funnel: ReportFunnelView })),
  detail: base.input(byId).output(ReportDetail),
  compare: base.input(z.object({ a: z.string(), b: z.string() })).output(ReportComparison),
  prepare: base.input(z.object(target)).output(SendView),
  send: base.input(SendRequest).output(SendOutcome),
  /** Who would get what, and what stands against it; nothing is sent. */
  prepareMany: base
    .input(z.object({ reportIds: z.array(z.string()).min(1).max(500), channel: z.enum(['mail', 'link']) }))
    .output(
      z.array(z.object({ reportId: z.string(), to: z.string().nullable(), checks: z.array(SendCheck) }).readonly()),
    ),
  /** Every report judged on its own; what is refused does not stop the others. */
  sendMany: base
    .input(
      z.object({
        reportIds: z.array(z.string()).min(1).max(500),
        channel: z.enum(['mail', 'link']),
        days: z.int().min(1).max(90),
      }),
    )
    .output(z.array(z.object({ reportId: z.string(), outcome: SendOutcome }).readonly())),
  cancel: base.input(byId).output(Delivery),
  /** Once more after a failure: at once. */
  retry: base.input(byId).output(Delivery),
  /** The advisor says what became of a delivery of which nobody can tell. */
  settle: base.input(byId.extend({ sent: z.boolean() })).output(Delivery),
  withdraw: base.input(byId).output(Delivery),
  /** Answers that came back on paper or by word. */
  typeReply: base
    .input(z.object({ reportId: z.string(), clientId: z.string().nullable(), on: IsoDate, answers: ReplyAnswers }))
    .output(none),
  followUp: base.input(z.object({ reportId: z.string() })).output(none),
  /** Kept in the book and told to head office. */
  setEmail: base.input(z.object({ clientId: z.string(), email: z.email().max(200) })).output(none),
  withdrawConsent: base
    .input(z.object({ clientId: z.string(), way: z.enum(['email', 'share', 'wecom']), consent: ConsentInput }))
    .output(none),
}
