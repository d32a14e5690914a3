import type { Client } from '../api.ts'
import { selectedCell } from '../features/matrix/selection.ts'
import { windowName } from '../shell/window-name.ts'
import type { FirstAnswers } from './first-answers.ts'
import { frameAtOnce } from './frame-at-once.ts'
import { queryClient } from './queries.tsx'

/** What was answered before the engine was up is asked again once it is: a screen that was mistaken does not stay. */
export const askAgain = async (api: Client, first: FirstAnswers): Promise<void> => {
  await api.session.state({}).catch(() => undefined)
  first.forget()
  await queryClient.invalidateQueries({}, { cancelRefetch: false })
}

const ask = (queryKey: readonly unknown[], queryFn: () => Promise<unknown>): void =>
  void queryClient.prefetchQuery({ queryKey, queryFn })

/**
 * Asks at once for what the shell and the first screen need, while they are still being built: one wait instead of a chain
 * of them. The keys are those of the screens; a question that fails is asked again by the screen itself.
 */
export const askAhead = (api: Client): void => {
  const session = api.session.state({})
  const atOnce = frameAtOnce()
  if (atOnce) {
    // the frame stands already: it hears that the book is open after it knows whether a client has the device
    const assessment = api.assessments.open({})
    ask(['assessment', 'open'], () => assessment)
    ask(['session'], async () => {
      await assessment.catch(() => undefined)
      return session
    })
  } else ask(['session'], () => session)
  const open = atOnce ? Promise.resolve(true) : session.then(state => state.kind === 'open')
  void open.then(
    isOpen => {
      if (!isOpen) return
      const cell = selectedCell.get()
      ask(['assessment', 'open'], () => api.assessments.open({}))
      ask(['route'], () => api.windows.route({ name: windowName }))
      ask(['settings'], () => api.settings.get({}))
      ask(['matrix', 'view'], () => api.matrix.view({}))
      ask(['matrix', 'cell', cell.tier, cell.style], () => api.matrix.cell(cell))
      ask(['matrix', 'cuts'], () => api.segmentRules.cuts({}))
      ask(['sync', 'status'], () => api.sync.status({}))
      ask(['reports', 'list'], () => api.reports.list({}))
    },
    () => undefined,
  )
}
