import type { ReportRecord } from '../ports/work-tables.ts'

const PREFIX = { account: 'AD', fund: 'FD', comparison: 'FC', segment: 'SR' } as const
const DIGITS = 4

/** `AD-20261123-0017`: kind, day, and a running number of that kind and day. */
export const nextReportId = (kind: keyof typeof PREFIX, today: string, made: readonly ReportRecord[]): string => {
  const head = `${PREFIX[kind]}-${today.replaceAll('-', '')}-`
  const last = made
    .filter(record => record.id.startsWith(head))
    .reduce((highest, record) => Math.max(highest, Number(record.id.slice(head.length))), 0)
  return `${head}${String(last + 1).padStart(DIGITS, '0')}`
}
