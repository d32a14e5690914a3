import { activateRulePack, addPack, removeRulePack, retireRulePack } from '../services/rule-packs/change-packs.ts'
import { packLines, packRules, questionnaireRules } from '../services/rule-packs/pack-lines.ts'
import { previewPack } from '../services/rule-packs/preview-pack.ts'
import { previewQuestionnaire } from '../services/rule-packs/preview-questionnaire.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const rulePacksApi = (os: Implementer['rulePacks'], { session, clock, chance, hash }: ApiDeps) => {
  const workspace = () => session.opened().workspace
  const made = () => ({ at: clock.now(), id: chance.id, hash })
  const lines = () => packLines(workspace(), hash)
  return {
    list: os.list.handler(lines),
    rules: os.rules.handler(({ input }) => packRules(workspace(), input.version)),
    add: os.add.handler(({ input }) => addPack(workspace(), input.text, input.file, clock.now())),
    preview: os.preview.handler(({ input }) => previewPack(workspace(), input.version, hash)),
    questionnaire: os.questionnaire.handler(({ input }) => questionnaireRules(workspace(), input.version)),
    previewQuestionnaire: os.previewQuestionnaire.handler(({ input }) =>
      previewQuestionnaire(workspace(), input.version, hash),
    ),
    activate: os.activate.handler(({ input }) => {
      activateRulePack(workspace(), input, made())
      session.rematch()
      return lines()
    }),
    retire: os.retire.handler(({ input }) => {
      retireRulePack(workspace(), input, made())
      session.rematch()
      return lines()
    }),
    remove: os.remove.handler(({ input }) => {
      removeRulePack(workspace(), input)
      return lines()
    }),
  }
}
