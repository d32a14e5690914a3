import { abandon, begin, identify, step, takeBack, type AssessmentAct } from '../services/assessments/assess.ts'
import { assessmentStandingView, assessmentView } from '../services/assessments/assessment-view.ts'
import { openAssessment } from '../services/assessments/open-assessment.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const assessmentsApi = (os: Implementer['assessments'], { session, clock, chance, hash }: ApiDeps) => {
  const act = () => ({ at: clock.now(), id: chance.id, hash })
  const move = (id: string, what: AssessmentAct) => {
    const { workspace } = session.opened()
    return assessmentView(workspace, step(workspace, id, what, act()))
  }
  return {
    standing: os.standing.handler(({ input }) => assessmentStandingView(session.opened().workspace, input.clientId)),
    open: os.open.handler(() => {
      const { workspace } = session.opened()
      const open = workspace.store.read(openAssessment)
      return open === null ? null : assessmentView(workspace, open)
    }),
    begin: os.begin.handler(({ input }) => {
      const { workspace } = session.opened()
      return assessmentView(workspace, begin(workspace, input, act()))
    }),
    identify: os.identify.handler(({ input }) => {
      const { workspace } = session.opened()
      return assessmentView(workspace, identify(workspace, input.id, input.proof, act()))
    }),
    answer: os.answer.handler(({ input: { id, question, answers } }) => move(id, { do: 'answer', question, answers })),
    submit: os.submit.handler(({ input }) => move(input.id, { do: 'submit' })),
    change: os.change.handler(({ input }) => move(input.id, { do: 'change' })),
    keep: os.keep.handler(({ input }) => move(input.id, { do: 'keep' })),
    confirm: os.confirm.handler(({ input }) => move(input.id, { do: 'confirm' })),
    handBack: os.handBack.handler(({ input }) => move(input.id, { do: 'handBack' })),
    pause: os.pause.handler(({ input }) => move(input.id, { do: 'pause' })),
    handOver: os.handOver.handler(({ input }) => move(input.id, { do: 'handOver' })),
    advisorWrites: os.advisorWrites.handler(({ input }) =>
      move(input.id, { do: 'advisorWrites', reason: input.reason }),
    ),
    takeBack: os.takeBack.handler(({ input }) => {
      takeBack(session.opened().workspace, input.id, act())
      return {}
    }),
    abandon: os.abandon.handler(({ input }) => {
      abandon(session.opened().workspace, input.id, input.reason, act())
      return {}
    }),
  }
}
