import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query'
import { useLayoutEffect } from 'react'
import { forgetImport } from '../state/import-job.ts'
import { recents } from '../state/recents.ts'
import { makeStore } from '../state/store.ts'
import { notice } from '../state/undo.ts'
import { useSession } from './use-session.ts'

const isOfBook = ({ queryKey }: Query): boolean => queryKey[0] !== 'session'

const forget = (queries: QueryClient): void => {
  recents.set([])
  // what can be taken back was done to the other book; what is only said may be the word about the change itself
  if (notice.get()?.undo) notice.set(null)
  forgetImport()
  queries.removeQueries({ predicate: query => isOfBook(query) && query.getObserversCount() === 0 })
  void queries.resetQueries({ predicate: isOfBook })
}

/** Whose answers this window holds: the opening of the book, 0 for none. */
const remembered = makeStore({ book: 0, followed: 0 })

/**
 * Forgets what was read of a book that is no longer the open one: locked, erased, or another in its place, whoever did it and in whichever
 * window. No screen stands meanwhile, since one that is built on old answers would remember them for the next book. `followed` says how many
 * books followed one another without a door between them, for the screens to be built anew.
 */
export const useForgetBook = (): { readonly followed: number; readonly isForgetting: boolean } => {
  const queries = useQueryClient()
  const { data } = useSession()
  const opening = data?.kind === 'open' ? data.opening : 0
  const { book, followed } = remembered.use()
  const isForgetting = book > 0 && opening !== book
  useLayoutEffect(() => {
    if (opening === book) return
    if (isForgetting) forget(queries)
    remembered.set({ book: opening, followed: followed + (isForgetting && opening > 0 ? 1 : 0) })
  }, [queries, opening, book, followed, isForgetting])
  return { followed, isForgetting }
}
