import type { Client } from '../../src-renderer/api.ts'
import { joined } from '../../src-main/contract/joined.ts'
import type { ClientRow } from '../../src-main/contract/clients.ts'

/** Every line of the clients' list, its pieces joined. */
export const listedClients = async (api: Pick<Client, 'clients'>): Promise<readonly ClientRow[]> =>
  joined(await api.clients.list({}))
