import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useState } from 'react'
import { forgetImport } from '../state/import-job.ts'
import { recents } from '../state/recents.ts'
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

/**
 * Forgets what was read of a book that is no longer the open one: locked, erased, or another in its place, whoever did it and in whichever
 * window. No screen stands meanwhile, since one that is built on old answers would remember them for the next book. `followed` says how many
 * books followed one another without a door between them, for the screens to be built anew.
 */
export const useForgetBook = (): { readonly followed: number; readonly isForgetting: boolean } => {
  const queries = useQueryClient()
  const { data } = useSession()
  const opening = data?.kind === 'open' ? data.opening : 0
  const [known, setKnown] = useState({ opening, followed: 0 })
  const isForgetting = known.opening > 0 && opening !== known.opening
  if (known.opening === 0 && opening > 0) setKnown({ ...known, opening })
  useLayoutEffect(() => {
    if (!isForgetting) return
    forget(queries)
    setKnown(({ followed }) => ({ opening, followed: followed + (opening > 0 ? 1 : 0) }))
  }, [queries, opening, isForgetting])
  return { followed: known.followed, isForgetting }
}
