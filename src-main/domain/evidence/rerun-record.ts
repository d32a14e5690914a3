import { AssessmentBody } from '../../model/assessment.ts'
import { EvidenceBody } from '../../model/evidence.ts'
import type { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import { scoreQuestionnaire } from '../suitability/score-questionnaire.ts'
import { canonicalJson } from './canonical-json.ts'
import type { KnownTexts } from './frozen-pack.ts'
import type { ReadRecord } from './read-record.ts'
import { rerunVerdict } from './rerun-verdict.ts'

export type RecordRerun = 'same' | 'different' | 'packUnknown'

/** Scores the frozen answers again by the version they were given to; what was given up has no result. */
const rescore = (body: AssessmentBody, packs: readonly QuestionnairePack[]): RecordRerun | null => {
  const { result } = body
  if (result === null) return null
  const pack = packs.find(each => each.version === body.version)
  if (pack === undefined) return 'packUnknown'
  const now = scoreQuestionnaire(body.answers, pack)
  if (now.kind !== 'scored') return 'different'
  const { score, riskCapacity, term, variety } = now
  const [lowest, contradictions] = [now.lowest, now.contradictions].map(remarks =>
    remarks.map(({ id, text }) => ({ id, text })),
  )
  const { validUntil: _, ...frozen } = result
  return canonicalJson(frozen) === canonicalJson({ score, riskCapacity, term, variety, lowest, contradictions })
    ? 'same'
    : 'different'
}

/**
 * Judges what a record froze again: a verdict from its facts, the result of an assessment from its answers. Null for
 * records that hold neither; a body that cannot be read is different.
 */
export const rerunRecord = (record: ReadRecord, known: KnownTexts): RecordRerun | null => {
  if (record.kind === 'suitability') {
    const body = EvidenceBody.safeParse(record.body).data
    return body === undefined ? 'different' : rerunVerdict(body, known.suitability).kind
  }
  if (record.kind !== 'assessment') return null
  const body = AssessmentBody.safeParse(record.body).data
  return body === undefined ? 'different' : rescore(body, known.questionnaires)
}
