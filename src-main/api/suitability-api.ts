import { judge, judgedView } from '../services/suggestions/judged-view.ts'
import { productOf, sceneOf } from '../services/suggestions/suggestion-scene.ts'
import { accountLevel, riskAround } from '../services/suitability/account-level.ts'
import { advanceNotice } from '../services/suitability/advance-notice.ts'
import { gradeAlarms } from '../services/suitability/grade-alarms.ts'
import { readSnapshot } from '../services/suitability/judged-snapshot.ts'
import { noticeLines } from '../services/suitability/notice-lines.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const suitabilityApi = (os: Implementer['suitability'], { session, clock, chance, hash }: ApiDeps) => {
  const workspace = () => session.opened().workspace
  return {
    account: os.account.handler(({ input }) => accountLevel(sceneOf(workspace(), input.clientId))),
    tryTrade: os.tryTrade.handler(({ input }) => {
      const scene = sceneOf(workspace(), input.clientId)
      const product = productOf(scene.book, input.code)
      return {
        name: product.name,
        judged: judgedView(scene, product, judge(scene, product, input.initiative)),
        ...riskAround(scene, product, input.amount),
      }
    }),
    notices: os.notices.handler(() => {
      session.rematch()
      const snapshot = workspace().store.read(readSnapshot)
      return {
        run: snapshot?.run ?? null,
        lastChange: snapshot?.lastChange ?? null,
        notices: noticeLines(workspace()),
      }
    }),
    advanceNotice: os.advanceNotice.handler(({ input }) =>
      advanceNotice(workspace(), input, { at: clock.now(), id: chance.id, hash }),
    ),
    alarms: os.alarms.handler(() => [...gradeAlarms(workspace())]),
  }
}
