import type { ClientRow } from '../../../src-main/contract/clients.ts'

export type DueClient = { readonly client: ClientRow; readonly why: readonly string[] }

const reasons = (row: ClientRow, today: string | null): readonly string[] => {
  const lapsed = row.investorType === 'ordinary' && (!row.validUntil || (today !== null && row.validUntil < today))
  return [
    ...(row.overdueDays > 0 ? ['overdue'] : []),
    ...(lapsed ? ['expired'] : []),
    ...(row.mismatch > 0 ? ['mismatch'] : []),
  ]
}

/** Overdue service first, then tier, then how long it is overdue. */
export const dueClients = (rows: readonly ClientRow[], today: string | null): readonly DueClient[] =>
  rows
    .map(client => ({ client, why: reasons(client, today) }))
    .filter(d => d.why.includes('overdue') || (d.why.length > 0 && (d.client.tier ?? 0) >= 4))
    .toSorted(
      (a, b) =>
        Number(b.why.includes('overdue')) - Number(a.why.includes('overdue')) ||
        (b.client.tier ?? 0) - (a.client.tier ?? 0) ||
        b.client.overdueDays - a.client.overdueDays,
    )
