import type { QuestionnairePreview } from '../../contract/rule-packs.ts'
import { packHash } from '../../domain/evidence/frozen-pack.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import { questionnaireChanges } from '../../domain/suitability/questionnaire-changes.ts'
import { scoreQuestionnaire } from '../../domain/suitability/score-questionnaire.ts'
import { riskCapacities, type RiskCapacity } from '../../model/levels.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import { IsoDate } from '../../model/units.ts'
import type { HashText } from '../ports/hash-text.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { questionnairePack } from './pack-lines.ts'

const SHOWN = 200

type Row = QuestionnairePreview['clients']['rows'][number]

/** The newest assessment of every client whom this kind of questionnaire asks. */
const newestAnswers = (workspace: Workspace, pack: QuestionnairePack): readonly (Questionnaire & { name: string })[] =>
  workspace.store.read(tx =>
    workspace.book().entries.flatMap(({ client }) => {
      if (client.kind !== pack.for) return []
      const newest = tx.questionnaires.ofClient(client.id).at(-1)
      return newest === undefined ? [] : [{ ...newest, name: client.name }]
    }),
  )

const rank = (level: RiskCapacity): number => riskCapacities.indexOf(level)

const clientsUnder = (workspace: Workspace, pack: QuestionnairePack): QuestionnairePreview['clients'] => {
  const answers = newestAnswers(workspace, pack)
  const rows: Row[] = []
  let open = 0
  for (const each of answers) {
    const result = scoreQuestionnaire(each.answers, pack)
    if (result.kind === 'incomplete') open += 1
    else if (result.riskCapacity !== each.riskCapacity)
      rows.push({
        clientId: each.clientId,
        name: each.name,
        answeredOn: each.date,
        answeredVersion: each.version,
        from: each.riskCapacity,
        to: result.riskCapacity,
        score: result.score,
      })
  }
  const flows = [...Map.groupBy(rows, row => `${row.from} ${row.to}`).values()].flatMap(group => {
    const [first] = group
    return first === undefined ? [] : [{ from: first.from, to: first.to, clients: group.length }]
  })
  const steps = (row: Row): number => rank(row.to) - rank(row.from)
  return {
    answered: answers.length,
    same: answers.length - open - rows.length,
    higher: rows.filter(row => steps(row) > 0).length,
    lower: rows.filter(row => steps(row) < 0).length,
    open,
    flows: flows.toSorted((a, b) => b.clients - a.clients),
    rows: rows.toSorted((a, b) => steps(a) - steps(b)).slice(0, SHOWN),
  }
}

/**
 * What a version of the questionnaire changes against the one that would ask on its first day: its differences, and the
 * level that the newest answers of every client would give. Nothing is written, and no level changes before the client
 * answers again: old answers keep their version.
 */
export const previewQuestionnaire = (workspace: Workspace, version: string, hash: HashText): QuestionnairePreview => {
  const pack = questionnairePack(workspace, version)
  const today = workspace.today()
  const date = IsoDate.parse(pack.effectiveOn > today ? pack.effectiveOn : today)
  const others = workspace.rules.questionnaires.filter(each => each.for === pack.for && each.version !== version)
  const against = packInForce(others, date)
  return {
    version,
    name: pack.name,
    effectiveOn: pack.effectiveOn,
    sha256: packHash(pack, hash),
    for: pack.for,
    against: against?.version ?? null,
    date,
    changes: against === null ? [] : questionnaireChanges(against, pack).map(each => ({ ...each })),
    clients: clientsUnder(workspace, pack),
  }
}
