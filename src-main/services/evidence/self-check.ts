import { dayInChina } from '../../domain/portfolio/day-in-china.ts'
import { findingsOf, daysOfHalf, sumVerdicts } from '../../domain/evidence/self-check.ts'
import { assessmentStanding } from '../../domain/suitability/questionnaire-history.ts'
import { EvidenceBody } from '../../model/evidence.ts'
import { Notice } from '../../model/notice.ts'
import type { FindingKind, HalfYear, SelfCheck } from '../../model/self-check.ts'
import { Suggestion } from '../../model/suggestion.ts'
import { IsoDate } from '../../model/units.ts'
import { daysBetween } from '../../domain/portfolio/day-number.ts'
import { assessmentAlerts, purchaseScene } from '../assessments/assessment-history.ts'
import { questionnaireFor } from '../assessments/open-assessment.ts'
import type { HashText } from '../ports/hash-text.ts'
import type { ReadTx } from '../ports/store.ts'
import { authorOf } from '../session/connection.ts'
import { gradeAlarms } from '../suitability/grade-alarms.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { verifyEvidence } from './verify-evidence.ts'

type Found = Record<FindingKind, string[]>

const nothing = (): Found => ({
  chainBroken: [],
  verdictDiffers: [],
  warningWithoutReference: [],
  acceptedWithOpenSteps: [],
  noticeWaiting: [],
  assessmentExpired: [],
  assessmentMissing: [],
  assessedByAdvisor: [],
  levelJump: [],
  upgradeBeforePurchase: [],
  mismatchHeld: [],
  ungradedHeld: [],
  gradeAlarm: [],
  rulesUnverified: [],
})

interface Period {
  readonly from: string
  readonly to: string
}

/** `at` is an instant or a day. */
const within = (at: string, { from, to }: Period): boolean => {
  const day = dayInChina(at)
  return day >= from && day <= to
}

const ACCEPTED: ReadonlySet<string> = new Set(['accepted', 'executedElsewhere', 'followedUp'])

const suggestionsOf = (tx: ReadTx, period: Period, found: Found): SelfCheck['suggestions'] => {
  const byState: Record<string, number> = {}
  let total = 0
  let againstAdvice = 0
  for (const record of tx.suggestions.all(Number.MAX_SAFE_INTEGER)) {
    const suggestion = Suggestion.safeParse(record.body).data
    if (suggestion === undefined || !within(suggestion.madeAt, period)) continue
    total += 1
    byState[suggestion.state] = (byState[suggestion.state] ?? 0) + 1
    const accepted = suggestion.history.find(step => step.state === 'accepted')
    if (accepted === undefined || !ACCEPTED.has(suggestion.state)) continue
    const name = `${suggestion.clientId} ${suggestion.code} ${suggestion.id}`
    if (suggestion.steps.some(step => !step.done)) found.acceptedWithOpenSteps.push(name)
    if (suggestion.verdict.verdict === 'match') continue
    againstAdvice += 1
    if (accepted.reference.trim() === '') found.warningWithoutReference.push(name)
  }
  return { total, byState, againstAdvice }
}

const noticesOf = (tx: ReadTx, period: Period, asOf: string, limit: number, found: Found): SelfCheck['notices'] => {
  const counts: Record<string, number> = {}
  for (const record of tx.notices.all(Number.MAX_SAFE_INTEGER)) {
    const notice = Notice.safeParse(record.body).data
    if (notice === undefined) continue
    const waited = daysBetween(dayInChina(notice.madeAt), asOf)
    if (notice.state === 'queued' && waited > limit) found.noticeWaiting.push(`${notice.clientId} ${notice.date}`)
    if (within(notice.madeAt, period)) counts[notice.state] = (counts[notice.state] ?? 0) + 1
  }
  return counts
}

const bookOf = (workspace: Workspace, found: Found): SelfCheck['book'] => {
  const book = workspace.book()
  const today = workspace.today()
  const assessment = { valid: 0, expiring: 0, expired: 0, missing: 0 }
  const holdings: Record<string, number> = {}
  const holdingValue: Record<string, number> = {}
  let [professional, lowest] = [0, 0]
  const ungraded = new Set<string>()
  const warnDays = workspace.warnDays()
  for (const entry of book.entries) {
    const { client } = entry
    if (client.investorType === 'professional') professional += 1
    if (client.riskCapacity === 'C1min') lowest += 1
    const standing = assessmentStanding(client.validUntil, today, { warnDays }).kind
    assessment[standing === 'none' ? 'missing' : standing] += 1
    const mustBeAssessed = client.investorType === 'ordinary' && entry.holdings.length > 0
    if (mustBeAssessed && standing === 'none') found.assessmentMissing.push(client.id)
    if (mustBeAssessed && standing === 'expired')
      found.assessmentExpired.push(`${client.id} ${client.validUntil ?? ''}`)
    if (entry.mismatchValue > 0) found.mismatchHeld.push(client.id)
    for (const { code, product, verdict, value } of entry.holdings) {
      holdings[verdict] = (holdings[verdict] ?? 0) + 1
      holdingValue[verdict] = (holdingValue[verdict] ?? 0) + value
      if ((product?.riskGrade ?? null) === null) ungraded.add(code)
    }
  }
  found.ungradedHeld.push(...[...ungraded].toSorted())
  return { clients: book.entries.length, professional, lowest, assessment, holdings, holdingValue }
}

const assessmentsOf = (tx: ReadTx, workspace: Workspace, period: Period, found: Found): SelfCheck['assessments'] => {
  const book = workspace.book()
  const scene = purchaseScene(workspace)
  const packs = {
    person: questionnaireFor(workspace.rules, 'person', scene.today),
    organisation: questionnaireFor(workspace.rules, 'organisation', scene.today),
  }
  const sums = { total: 0, byClient: 0, byAdvisor: 0 }
  for (const { client } of book.entries) {
    const own = tx.questionnaires.ofClient(client.id).filter(each => within(each.date, period))
    if (own.length === 0) continue
    sums.total += own.length
    sums.byClient += own.filter(each => each.answeredBy === 'client').length
    sums.byAdvisor += own.filter(each => each.answeredBy === 'advisor').length
    const pack = packs[client.kind]
    if (pack === null) continue
    for (const alert of assessmentAlerts(tx, scene, client.id, pack)) {
      if (!within(alert.date, period)) continue
      const kind = alert.kind === 'answeredByAdvisor' ? 'assessedByAdvisor' : alert.kind
      found[kind].push(`${client.id} ${alert.date}`)
    }
  }
  return sums
}

/** Everything article 30 asks to be looked at in a half-year, from this book alone. Nothing is written. */
export const selfCheck = (workspace: Workspace, half: HalfYear, hash: HashText): SelfCheck => {
  const { from, to } = daysOfHalf(half)
  const today = IsoDate.parse(workspace.today())
  const asOf = today < to ? today : to
  const { rules, store } = workspace
  const { selfCheckTexts: texts } = rules
  const found = nothing()
  const chain = verifyEvidence(workspace, hash)
  found.chainBroken.push(
    ...chain.integrity,
    ...chain.faults.map(fault => `${fault.kind} ${fault.index + 1} ${fault.id ?? ''}`),
  )
  found.verdictDiffers.push(...chain.rerun.different, ...chain.rerun.packUnknown)
  found.gradeAlarm.push(
    ...gradeAlarms(workspace)
      .filter(alarm => alarm.holders > 0)
      .map(alarm => `${alarm.code} ${alarm.name} ${alarm.riskGrade}`),
  )
  const book = bookOf(workspace, found)
  return store.read(tx => {
    let inPeriod = 0
    const bodies = function* (): Generator<EvidenceBody> {
      for (const record of tx.evidence.iterate()) {
        if (!within(record.at, { from, to })) continue
        inPeriod += 1
        if (record.kind !== 'suitability') continue
        const body = EvidenceBody.safeParse(JSON.parse(record.body)).data
        if (body !== undefined) yield body
      }
    }
    const { byPack, ...verdicts } = sumVerdicts(bodies())
    const packs = Object.entries(byPack).map(([version, count]) => {
      const pack = rules.suitabilityKnown.find(each => each.version === version)
      const unverified = pack?.rules.filter(rule => rule.mark === 'unverified') ?? []
      found.rulesUnverified.push(...unverified.map(rule => `${version} ${rule.id} ${rule.article}`))
      return { version, verdicts: count, unverified: unverified.length, rules: pack?.rules.length ?? 0 }
    })
    const suggestions = suggestionsOf(tx, { from, to }, found)
    const notices = noticesOf(tx, { from, to }, asOf, texts.noticeDays, found)
    const assessments = assessmentsOf(tx, workspace, { from, to }, found)
    return {
      half,
      from,
      to,
      partial: today < to,
      asOf,
      advisor: authorOf(tx),
      packs,
      verdicts,
      suggestions,
      book,
      assessments,
      notices,
      evidence: {
        records: chain.records,
        inPeriod,
        hash: chain.hash,
        faults: chain.faults.length + chain.integrity.length,
        rerun: chain.rerun.same,
        differ: chain.rerun.different.length + chain.rerun.packUnknown.length,
      },
      findings: [...findingsOf(found, texts)],
    }
  })
}
