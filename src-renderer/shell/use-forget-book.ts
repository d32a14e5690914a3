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
 * window. Answers how many books followed one another without a door between them, for the screens to be built anew.
 */
export const useForgetBook = (): number => {
  const queries = useQueryClient()
  const { data } = useSession()
  const opening = data?.kind === 'open' ? data.opening : 0
  const [known, setKnown] = useState({ opening, followed: 0 })
  if (opening !== known.opening) {
    const isNext = opening > 0 && known.opening > 0
    setKnown({ opening, followed: known.followed + (isNext ? 1 : 0) })
  }
  useLayoutEffect(() => (opening === 0 ? undefined : () => forget(queries)), [queries, opening])
  return known.followed
}
