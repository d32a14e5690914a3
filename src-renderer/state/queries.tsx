import { keepPreviousData, QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { createContext, useContext, useEffect } from 'react'
import type { AppEvent } from '../../src-main/contract/events.ts'
import type { Client } from '../api.ts'
import { sharedWith } from './shared-rows.ts'
import { StaleAreas } from './stale-areas.ts'

const ApiContext = createContext<Client | null>(null)
export const ApiProvider = ApiContext.Provider

export const useApi = (): Client => {
  const api = useContext(ApiContext)
  if (!api) throw new Error('no engine client above this component')
  return api
}

export const queryClient = new QueryClient({
  defaultOptions: {
    // The engine is on this machine and says when something changed: never stale by time, never retried blindly.
    queries: {
      staleTime: Infinity,
      gcTime: 10 * 60_000,
      retry: false,
      networkMode: 'always',
      placeholderData: keepPreviousData,
      structuralSharing: sharedWith,
    },
    mutations: { networkMode: 'always' },
  },
})

/** A query is named by its area first, so that an event can make the whole area stale. */
export const useAsk = <T,>(
  key: readonly unknown[],
  ask: (api: Client, signal: AbortSignal) => Promise<T>,
  enabled = true,
): UseQueryResult<T> => {
  const api = useApi()
  return useQuery<T, Error, T, readonly unknown[]>({
    queryKey: key,
    queryFn: ({ signal }) => ask(api, signal),
    enabled,
  })
}

const touched: Readonly<Record<string, readonly string[]>> = {
  book: ['products', 'matrix', 'clients', 'client', 'search', 'sync', 'today', 'suitability', 'reports'],
  market: ['products', 'funds', 'fund', 'client', 'matrix', 'sync'],
  rules: ['products', 'matrix', 'clients', 'client', 'rules', 'today', 'suitability'],
  reports: ['reports'],
  outbox: ['sync', 'today'],
  settings: ['settings', 'matrix', 'today', 'reports', 'assessment'],
  suitability: ['suitability', 'client'],
}

const stale = new StaleAreas(queryClient)

const hear = (queries: QueryClient, event: AppEvent): void => {
  if (event.kind === 'session') void queries.invalidateQueries()
  else if (event.kind === 'sync') queries.setQueryData(['progress'], event.progress)
  else stale.add(event.areas.flatMap(area => touched[area] ?? []))
}

const follow = async (api: Client, queries: QueryClient, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    try {
      for await (const event of await api.events.stream({}, { signal })) hear(queries, event)
    } catch {
      if (signal.aborted) return
    }
    await new Promise(resolve => setTimeout(resolve, 1000))
  }
}

/** Follows the engine's events; when the stream ends early it is taken up again. */
export const useEvents = (): void => {
  const api = useApi()
  const queries = useQueryClient()
  useEffect(() => {
    const stop = new AbortController()
    void follow(api, queries, stop.signal)
    return () => stop.abort()
  }, [api, queries])
}
