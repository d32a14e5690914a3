import type { UseQueryResult } from '@tanstack/react-query'
import type { ClientRow } from '../../src-main/contract/clients.ts'
import { joined } from '../../src-main/contract/joined.ts'
import { useAsk } from './queries.tsx'

/** Every client, highest cell first, in it the largest assets; there when the last piece has come. */
export const useClients = (): UseQueryResult<readonly ClientRow[]> =>
  useAsk(['clients', 'list'], async api => joined(await api.clients.list({})))
