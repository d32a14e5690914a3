import type { ReportLine } from '../../../src-main/contract/deliveries.ts'

export const reportViews = ['all', 'made', 'sent', 'toDo', 'back', 'stuck'] as const
export type ReportView = (typeof reportViews)[number]

const isStuck = (row: ReportLine): boolean =>
  row.state === 'unknown' || row.delivery?.state === 'failed' || row.delivery?.state === 'unknown'

/** `toDo`: an answer that nobody took up yet. `stuck`: failed, or nobody can tell what became of it. */
export const inView = (row: ReportLine, view: ReportView): boolean => {
  switch (view) {
    case 'all':
      return true
    case 'made':
      return row.state === 'made' && !isStuck(row)
    case 'sent':
      return row.state === 'sent'
    case 'toDo':
      return row.state === 'answered'
    case 'back':
      return row.state === 'opened' || row.state === 'answered' || row.state === 'followedUp'
    case 'stuck':
      return isStuck(row)
  }
}

export interface ReportFilter {
  readonly text: string
  readonly view: ReportView
  readonly kind: string
  readonly edition: string
}

/** Every part has to fit; the text is looked for in name, id and subject. Undefined where nothing is asked (see `clientFilter`). */
export const reportFilter = ({
  text,
  view,
  kind,
  edition,
}: ReportFilter): ((row: ReportLine) => boolean) | undefined => {
  const wanted = text.trim().toLowerCase()
  if (wanted === '' && [view, kind, edition].every(each => each === 'all')) return undefined
  return row =>
    inView(row, view) &&
    (kind === 'all' || row.kind === kind) &&
    (edition === 'all' || row.edition === edition) &&
    (wanted === '' || [row.subjectName, row.id, row.subject].some(each => each.toLowerCase().includes(wanted)))
}
