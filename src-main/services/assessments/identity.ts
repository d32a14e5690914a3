import type { Client } from '../../model/client.ts'

const TAIL = 4

const long = (text: string | null): boolean => (text ?? '').trim().length >= TAIL

/** What the client types to say who it is: what the book knows best. */
export const identityOf = (client: Pick<Client, 'phone' | 'idNumber'>): 'phone' | 'idNumber' | 'name' =>
  long(client.phone) ? 'phone' : long(client.idNumber) ? 'idNumber' : 'name'

/** Whether the end of the number, or the name, is that of the client. */
export const isClient = (client: Pick<Client, 'name' | 'phone' | 'idNumber'>, proof: string): boolean => {
  const kind = identityOf(client)
  const given = proof.trim().toUpperCase()
  const known = (kind === 'name' ? client.name : (client[kind] ?? '')).trim().toUpperCase()
  return kind === 'name' ? given === known : given.length === TAIL && known.endsWith(given)
}
