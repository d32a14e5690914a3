import type { PackLine, PackRules, QuestionnaireRules } from '../../contract/rule-packs.ts'
import { packHash } from '../../domain/evidence/frozen-pack.ts'
import type { DatedPack, KnownPack } from '../../domain/suitability/known-packs.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import { AppError } from '../../model/app-error.ts'
import type { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { HashText } from '../ports/hash-text.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { packsOfBook, questionnairesOfBook, type BroughtPack } from './kept-packs.ts'

export const marksOf = (pack: SuitabilityPack): NonNullable<PackLine['marks']> => {
  const counts = { verified: 0, quoted: 0, unverified: 0 }
  for (const { mark } of pack.rules) counts[mark] += 1
  return counts
}

const knownSuitability = (workspace: Workspace): readonly KnownPack<SuitabilityPack>[] =>
  workspace.store.read(tx => packsOfBook(tx, workspace.shippedSuitability))

const knownQuestionnaires = (workspace: Workspace): readonly KnownPack<QuestionnairePack>[] =>
  workspace.store.read(tx => questionnairesOfBook(tx, workspace.shippedQuestionnaires))

/** Every pack of a kind; a version names one of them. */
export const knownOf = (workspace: Workspace, kind: BroughtPack['kind']): readonly KnownPack<BroughtPack>[] =>
  kind === 'suitability' ? knownSuitability(workspace) : knownQuestionnaires(workspace)

const named = <P extends DatedPack>(known: readonly KnownPack<P>[], version: string): P => {
  const found = known.find(each => each.pack.version === version)
  if (found !== undefined) return found.pack
  throw new AppError('notFound', 'there is no such rule pack', { where: version, hint: 'bring its file first' })
}

export const suitabilityPack = (workspace: Workspace, version: string): SuitabilityPack =>
  named(knownSuitability(workspace), version)

export const questionnairePack = (workspace: Workspace, version: string): QuestionnairePack =>
  named(knownQuestionnaires(workspace), version)

const linesOf = <P extends BroughtPack>(
  known: readonly KnownPack<P>[],
  today: string,
  hash: HashText,
  rules: (pack: P) => Pick<PackLine, 'kind' | 'rules' | 'marks'>,
): PackLine[] => {
  const inForce = packInForce(
    known.filter(each => each.active).map(each => each.pack),
    today,
  )
  const stateOf = ({ pack, origin, active }: KnownPack<P>): PackLine['state'] => {
    if (!active) return origin === 'used' ? 'retired' : 'waiting'
    if (pack.version === inForce?.version) return 'inForce'
    return pack.effectiveOn > today ? 'upcoming' : 'past'
  }
  return known.toReversed().map(each => ({
    ...rules(each.pack),
    version: each.pack.version,
    name: each.pack.name,
    effectiveOn: each.pack.effectiveOn,
    origin: each.origin,
    state: stateOf(each),
    sha256: packHash(each.pack, hash),
  }))
}

/** Every pack, those that judge before those that ask, the newest first, with where it stands today. */
export const packLines = (workspace: Workspace, hash: HashText): PackLine[] => {
  const today = workspace.today()
  const questionnaires = knownQuestionnaires(workspace)
  return [
    ...linesOf(knownSuitability(workspace), today, hash, pack => ({
      kind: 'suitability',
      rules: pack.rules.length,
      marks: marksOf(pack),
    })),
    ...(['person', 'organisation'] as const).flatMap(whom =>
      linesOf(
        questionnaires.filter(each => each.pack.for === whom),
        today,
        hash,
        pack => ({ kind: 'questionnaires', rules: pack.questions.length, marks: null }),
      ),
    ),
  ]
}

export const packRules = (workspace: Workspace, version: string): PackRules => {
  const { disclaimer, rules, requirements } = suitabilityPack(workspace, version)
  return {
    version,
    disclaimer,
    rules: rules.map(each => ({ ...each })),
    requirements: requirements.map(({ id, text, steps }) => ({ id, text, steps: [...steps] })),
  }
}

export const questionnaireRules = (workspace: Workspace, version: string): QuestionnaireRules => {
  const pack = questionnairePack(workspace, version)
  return {
    version,
    origin: pack.origin,
    for: pack.for,
    questions: pack.questions.map(({ id, text, answers }) => ({ id, text, answers: [...answers] })),
    bands: [...pack.bands],
    validityMonths: pack.validityMonths,
  }
}
