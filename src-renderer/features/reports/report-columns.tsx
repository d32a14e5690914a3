import type { ColDef, ValueFormatterParams } from 'ag-grid-community'
import { useMemo } from 'react'
import type { ReportLine } from '../../../src-main/contract/deliveries.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { right } from '../../ui/right-column.ts'
import { useStateText } from './state-text.ts'

/** Columns of all reports; the subject is left out on the page of one client. */
export const useReportColumns = (withSubject: boolean): readonly ColDef<ReportLine>[] => {
  const t = useT()
  const f = useFormat()
  const say = useStateText()
  return useMemo(() => {
    type P<V> = ValueFormatterParams<ReportLine, V>
    const time = (p: P<string | null>): string => f.dateTime(p.value ?? null)
    const columns: readonly ColDef<ReportLine>[] = [
      {
        field: 'subjectName',
        headerName: t('reports.subject'),
        width: 120,
        flex: 1,
        minWidth: 112,
        cellClass: 'name lead-cell',
        headerClass: 'lead-cell',
        hide: !withSubject,
      },
      {
        field: 'madeAt',
        headerName: t('reports.madeAt'),
        width: 96,
        valueFormatter: time,
        ...(withSubject ? {} : { cellClass: 'lead-cell', headerClass: 'lead-cell' }),
      },
      {
        field: 'kind',
        headerName: t('reports.kind'),
        width: 80,
        valueFormatter: p => t(`reportKind.${p.value as ReportLine['kind']}`),
      },
      {
        field: 'edition',
        headerName: t('reports.edition'),
        width: 68,
        valueFormatter: p => t(`editionShort.${p.value as ReportLine['edition']}`),
        cellClassRules: { i3: p => p.value === 'internal' },
      },
      {
        colId: 'version',
        headerName: t('reports.version'),
        width: 60,
        ...right,
        valueGetter: p => p.data?.version ?? 0,
        valueFormatter: p => (p.data ? `${p.data.version} / ${p.data.versions}` : ''),
        cellClassRules: { i3: p => p.data?.versions === 1 },
      },
      {
        field: 'findings',
        headerName: t('reports.findings'),
        width: 60,
        hide: true,
        ...right,
        cellClassRules: { 'warn s': p => (p.value ?? 0) > 0, i3: p => p.value === 0 },
      },
      {
        colId: 'state',
        headerName: t('reports.state'),
        width: 104,
        flex: 0.6,
        minWidth: 100,
        valueGetter: p => (p.data ? say(p.data).text : ''),
        cellClassRules: { 'warn s': p => p.data !== undefined && say(p.data).loud },
      },
      { field: 'sentAt', headerName: t('reports.sentAt'), width: 96, valueFormatter: time },
      {
        field: 'openedAt',
        headerName: t('reports.openedAt'),
        width: 96,
        // a mail or a file tells nothing of its opening: that is not the same as unopened
        valueFormatter: (p: P<string | null>) =>
          p.value == null && p.data?.sentAt != null && !p.data.canTellOpening
            ? t('reportState.unknown')
            : f.dateTime(p.value ?? null),
        cellClassRules: { i3: p => p.value === null },
      },
      {
        colId: 'pages',
        headerName: t('reports.pagesRead'),
        width: 72,
        ...right,
        valueGetter: p => p.data?.pagesRead ?? null,
        valueFormatter: p => (p.data ? `${p.value ?? '—'} / ${p.data.pages}` : ''),
        cellClassRules: { i3: p => p.value === null },
      },
      { field: 'answeredAt', headerName: t('reports.answeredAt'), width: 96, valueFormatter: time },
      { field: 'followedUpAt', headerName: t('reports.followedUpAt'), width: 96, valueFormatter: time, hide: true },
    ]
    return columns
  }, [t, f, say, withSubject])
}
