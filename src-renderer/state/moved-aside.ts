import { makeStore } from './store.ts'

/** The damaged book was moved aside and another stands in its place, which nobody has opened yet. */
export const movedAside = makeStore(false)
