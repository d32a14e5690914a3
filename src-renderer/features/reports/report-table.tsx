import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ReportRow } from '../../../src-main/contract/reports.ts'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'

/** Reports that were made, newest first, each with what has come of it. */
export const ReportTable = ({ rows }: { readonly rows: readonly ReportRow[] }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const api = useApi()
  const failure = useFailureText()
  const [at, setAt] = useState(0)
  const sorted = rows.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt))
  const act = (work: Promise<unknown>): void => void work.catch((error: unknown) => tell(failure(error)))
  useKeys([
    {
      keys: ['J', 'K'],
      label: t('reports.keyWalk'),
      run: key => setAt(i => Math.max(0, Math.min(sorted.length - 1, i + (key === 'J' ? 1 : -1)))),
    },
    {
      keys: ['Enter'],
      label: t('common.open'),
      run: () => {
        const row = sorted[at]
        if (row) act(api.reports.open({ id: row.id }))
      },
    },
  ])
  return (
    <table className="list">
      <colgroup>
        <col style={{ width: 120 }} />
        <col />
        <col style={{ width: 96 }} />
        <col style={{ width: 80 }} />
        <col style={{ width: 96 }} />
        <col style={{ width: 56 }} />
        <col style={{ width: 72 }} />
        <col style={{ width: 72 }} />
        <col style={{ width: 84 }} />
        <col style={{ width: 128 }} />
      </colgroup>
      <thead>
        <tr>
          <th>{t('reports.madeAt')}</th>
          <th>{t('reports.subject')}</th>
          <th>{t('reports.kind')}</th>
          <th>{t('reports.edition')}</th>
          <th>{t('reports.dataDate')}</th>
          <th className="r">{t('reports.pages')}</th>
          <th className="r">{t('reports.size')}</th>
          <th className="r">{t('reports.findings')}</th>
          <th>{t('reports.state')}</th>
          <th>{t('reports.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((row, i) => (
          <tr
            key={row.id}
            className={i === at ? 'row sel' : 'row'}
            onClick={() => setAt(i)}
            onDoubleClick={() => act(api.reports.open({ id: row.id }))}
          >
            <td className="i2">{f.dateTime(row.madeAt)}</td>
            <td className="m" title={row.subjectName}>
              {row.subjectName}
            </td>
            <td>{t(`reportKind.${row.kind}`)}</td>
            <td>{t(`edition.${row.edition}`)}</td>
            <td className="i2">{f.date(row.dataDate)}</td>
            <td className="r">{row.pages}</td>
            <td className="r i2">{t('reports.kb', { n: f.int(Math.round(row.bytes / 1024)) })}</td>
            <td className={row.findings > 0 ? 'r warn s' : 'r i3'}>{row.findings}</td>
            <td>{t(`reportState.${row.state}`)}</td>
            <td>
              <LinkButton onClick={() => act(api.reports.open({ id: row.id }))}>{t('common.open')}</LinkButton>{' '}
              <LinkButton onClick={() => act(api.reports.saveAs({ id: row.id }))}>{t('report.saveAs')}</LinkButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
