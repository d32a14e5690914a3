import type { TFunction } from 'i18next'
import { makeStore } from './store.ts'

/** A finished sentence, or one that is put into words when it is shown and so follows the language. */
type Words = string | ((t: TFunction) => string)
type Notice = { readonly id: number; readonly text: Words; readonly undo: (() => void) | null }

const LIFE = 10_000
export const notice = makeStore<Notice | null>(null)
let last = 0

/** One line in the status bar for ten seconds; `U` takes it back where there is a way. */
export const tell = (text: Words, undo: (() => void) | null = null): void => {
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
