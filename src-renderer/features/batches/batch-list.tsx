import type { ReactNode } from 'react'
import type { BatchRow } from '../../../src-main/contract/batches.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { useBatchText } from './batch-text.ts'

/** Every batch in one line: what for, how far, what failed. */
export const BatchList = ({
  rows,
  selected,
  onSelect,
}: {
  readonly rows: readonly BatchRow[]
  readonly selected: string | null
  readonly onSelect: (id: string) => void
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const text = useBatchText()
  return (
    <table className="list batches">
      <colgroup>
        <col style={{ width: 112 }} />
        <col />
        <col style={{ width: 116 }} />
        <col style={{ width: 200 }} />
        <col style={{ width: 84 }} />
        <col style={{ width: 64 }} />
        <col style={{ width: 128 }} />
      </colgroup>
      <thead>
        <tr>
          <th>{t('batch.at')}</th>
          <th>{t('batch.of')}</th>
          <th>{t('reports.edition')}</th>
          <th>{t('batch.progress')}</th>
          <th className="r">{t('batch.made')}</th>
          <th className="r">{t('batch.failed')}</th>
          <th>{t('reports.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr
            key={row.id}
            className={row.id === selected ? 'row sel' : 'row'}
            aria-selected={row.id === selected}
            onClick={() => onSelect(row.id)}
          >
            <td className="i2">{f.dateTime(row.at)}</td>
            <td className="m">{text.of(row)}</td>
            <td>{t(`edition.${row.edition}`)}</td>
            <td>
              <svg className="share" width="184" height="8" aria-hidden="true">
                <rect width="184" height="8" fill="var(--band1)" />
                <rect width={(184 * row.made) / Math.max(1, row.total)} height="8" fill="var(--accent)" />
                <rect
                  x={(184 * row.made) / Math.max(1, row.total)}
                  width={(184 * row.failed) / Math.max(1, row.total)}
                  height="8"
                  fill="var(--warn)"
                />
              </svg>
            </td>
            <td className="r">
              {f.int(row.made)} / {f.int(row.total)}
            </td>
            <td className={row.failed > 0 ? 'r warn s' : 'r i3'}>{f.int(row.failed)}</td>
            <td className={row.stopped === null ? '' : 'warn'}>
              {t(`batchState.${row.state}`)}{' '}
              <span className="i3">{row.state === 'running' ? text.left(row.secondsLeft) : ''}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
