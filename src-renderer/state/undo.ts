import { makeStore } from './store.ts'

export type Notice = { readonly id: number; readonly text: string; readonly undo: (() => void) | null }

const LIFE = 10_000
export const notice = makeStore<Notice | null>(null)
let last = 0

/** One line in the status bar for ten seconds; `U` takes it back where there is a way. */
export const tell = (text: string, undo: (() => void) | null = null): void => {
  const id = ++last
  notice.set({ id, text, undo })
  setTimeout(() => {
    if (notice.get()?.id === id) notice.set(null)
  }, LIFE)
}

export const undoLast = (): void => {
  const now = notice.get()
  if (!now?.undo) return
  notice.set(null)
  now.undo()
}
