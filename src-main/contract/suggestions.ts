import { z } from 'zod'
import { EvidenceBody } from '../model/evidence.ts'
import { RiskGrade } from '../model/levels.ts'
import { Initiative } from '../model/suitability-facts.ts'
import { RuleMark, Verdict } from '../model/suitability-verdict.ts'
import { Suggestion, SuggestionFactor, SuggestionState } from '../model/suggestion.ts'
import { BiText } from '../model/text.ts'
import { Fen } from '../model/units.ts'
import { base } from './base.ts'

export const RankedShelfView = z
  .object({
    ranked: z.array(
      z
        .object({
          code: z.string(),
          name: z.string(),
          riskGrade: RiskGrade.nullable(),
          rank: z.int(),
          score: z.number(),
          reasons: z.array(SuggestionFactor),
          against: z.array(SuggestionFactor),
          alreadyHeld: z.boolean(),
          comparison: BiText,
        })
        .readonly(),
    ),
    heldBack: z.array(z.object({ why: z.string(), count: z.int() }).readonly()),
    /** Fen that could be invested: the client's cash. */
    investable: z.int(),
  })
  .readonly()
export type RankedShelfView = z.infer<typeof RankedShelfView>

/** A verdict in full: the comparison, the rules with their article, text and mark. */
export const JudgedView = z
  .object({
    verdict: Verdict,
    comparison: BiText,
    rules: z.array(
      z
        .object({ id: z.string(), article: z.string(), source: z.string(), text: z.string(), mark: RuleMark })
        .readonly(),
    ),
    disclaimer: BiText,
  })
  .readonly()
export type JudgedView = z.infer<typeof JudgedView>

export const EvidenceLine = z
  .object({
    id: z.string(),
    at: z.string(),
    productCode: z.string().nullable(),
    productName: z.string().nullable(),
    kind: z.string(),
    body: EvidenceBody,
    hash: z.string(),
  })
  .readonly()
export type EvidenceLine = z.infer<typeof EvidenceLine>

export const VerifyReport = z
  .object({
    /** Empty when the database is whole. */
    integrity: z.array(z.string()),
    records: z.int(),
    hash: z.string(),
    faults: z.array(z.object({ kind: z.string(), index: z.int(), id: z.string().nullable() }).readonly()),
    /** Verdicts judged again from their frozen facts. */
    rerun: z.object({ same: z.int(), different: z.array(z.string()), packUnknown: z.array(z.string()) }).readonly(),
    whole: z.boolean(),
  })
  .readonly()
export type VerifyReport = z.infer<typeof VerifyReport>

/** A verdict that forbids makes no draft; it is kept as evidence all the same. */
const DraftAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('drafted'), suggestion: Suggestion }).readonly(),
  z.object({ kind: z.literal('refused'), judged: JudgedView, evidenceId: z.string() }).readonly(),
])

const pair = { clientId: z.string(), code: z.string(), initiative: Initiative }

export const suggestions = {
  shelf: base.input(z.object({ clientId: z.string() })).output(RankedShelfView),
  judge: base.input(z.object(pair)).output(JudgedView),
  /** As `judge`, and the verdict is kept as evidence. */
  check: base.input(z.object(pair)).output(z.object({ judged: JudgedView, evidence: EvidenceLine }).readonly()),
  /** A verdict that forbids makes no draft; it is kept as evidence all the same. */
  draft: base
    /** `wish`: what the client said and how; needed on the client's initiative, ignored on the advisor's. */
    .input(z.object({ ...pair, amount: Fen.positive(), wish: z.string().max(400).default('') }))
    .output(DraftAnswer),
  /** One product that the account diagnosis names: the aim of a move, an alternative to it, or a product offered. */
  draftDiagnosed: base
    .input(z.object({ clientId: z.string(), code: z.string(), move: z.string().nullable() }))
    .output(DraftAnswer),
  /** Every move of the change plan at once; what is under way already is left alone. */
  draftPlan: base
    .input(z.object({ clientId: z.string() }))
    .output(z.object({ drafted: z.int(), refused: z.int(), underWay: z.int() }).readonly()),
  tick: base.input(z.object({ id: z.string(), step: z.int().min(0), done: z.boolean() })).output(Suggestion),
  /** `reference` names the recording, the signed paper or the electronic confirmation. */
  advance: base
    .input(z.object({ id: z.string(), to: SuggestionState, reference: z.string().max(200) }))
    .output(Suggestion),
  ofClient: base.input(z.object({ clientId: z.string() })).output(z.array(Suggestion)),
  evidence: base.input(z.object({ clientId: z.string() })).output(z.array(EvidenceLine)),
  /** `head`: length and end of the chain as head office was told; the chain may have grown since. */
  verify: base
    .input(z.object({ head: z.object({ count: z.int().positive(), hash: z.string().length(64) }).optional() }))
    .output(VerifyReport),
}
