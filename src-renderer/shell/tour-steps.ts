import { makeStore } from '../state/store.ts'

/** Where each step looks; its words stand in the catalogue under the same name. */
export const tourSteps = [
  { id: 'matrix', path: '/matrix' },
  { id: 'today', path: '/today' },
  { id: 'clients', path: '/clients' },
  { id: 'funds', path: '/funds' },
  { id: 'reports', path: '/reports' },
  { id: 'sync', path: '/sync' },
] as const

/** Number of the step that is shown; null without a tour. */
export const tourStep = makeStore<number | null>(null)

export const showStep = (at: number, go: (path: string) => unknown): void => {
  const step = tourSteps[at]
  tourStep.set(step ? at : null)
  if (step) void go(step.path)
}

export const beginTour = (go: (path: string) => unknown): void => showStep(0, go)

/** Takes effect with the next book that opens: the tour belongs to a first run only. */
export const tourWanted = makeStore(false)
