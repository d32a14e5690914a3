import { makeStore } from './store.ts'

/** Until the first screen stands. */
const FIRST_SCREEN_MS = 1000

/** False while the first screen is being made: what can wait is asked afterwards. */
export const settled = makeStore(false)

export const settleSoon = (): void => void setTimeout(() => settled.set(true), FIRST_SCREEN_MS)
