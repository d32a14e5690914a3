import { dayNumber, isoDate } from '../portfolio/day-number.ts'

/** Where one client stands against the contact cadence of its cell; dates ISO. */
export interface ServiceState {
  readonly kind: 'onTime' | 'due' | 'overdue'
  readonly lastContact: string | null
  readonly dueOn: string
  /** Days past the due date; 0 when not overdue. */
  readonly overdueDays: number
}

/**
 * Contact standing of one client on `today`. The next contact is due `cadenceDays` after the last one; a client
 * never contacted counts from the day the account was opened, or is due today when that is not known.
 * "Due" starts `leadDays` before the due date. All dates ISO calendar dates.
 */
export const serviceState = (
  contact: { readonly last: string | null; readonly openedOn: string | null },
  standard: { readonly cadenceDays: number; readonly leadDays: number },
  today: string,
): ServiceState => {
  const now = dayNumber(today)
  const base = contact.last ?? contact.openedOn
  const due = base === null ? now : dayNumber(base) + standard.cadenceDays
  const kind = now > due ? 'overdue' : now >= due - standard.leadDays ? 'due' : 'onTime'
  return { kind, lastContact: contact.last, dueOn: isoDate(due), overdueDays: Math.max(0, now - due) }
}
