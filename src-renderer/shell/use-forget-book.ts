import { useQueryClient, type Query } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import { forgetImport } from '../state/import-job.ts'
import { recents } from '../state/recents.ts'
import { notice } from '../state/undo.ts'
import { useSession } from './use-session.ts'

const isOfBook = ({ queryKey }: Query): boolean => queryKey[0] !== 'session'

/**
 * Forgets what was read of a book that is no longer the open one: locked, erased, or another in its place, whoever did it and in whichever
 * window. Answers how many books followed one another without a door between them, for the screens to be built anew.
 */
export const useForgetBook = (): number => {
  const queries = useQueryClient()
  const { data } = useSession()
  const opening = data === undefined ? null : data.kind === 'open' ? data.opening : 0
  const before = useRef<number | null>(null)
  const [followed, setFollowed] = useState(0)
  useLayoutEffect(() => {
    if (opening === null) return
    const past = before.current ?? 0
    before.current = opening
    if (past === 0 || past === opening) return
    recents.set([])
    // what can be taken back was done to the other book; what is only said may be the word about the change itself
    if (notice.get()?.undo) notice.set(null)
    forgetImport()
    queries.removeQueries({ predicate: query => isOfBook(query) && query.getObserversCount() === 0 })
    void queries.resetQueries({ predicate: isOfBook })
    if (opening > 0) setFollowed(count => count + 1)
  }, [queries, opening])
  return followed
}
