import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { BatchList } from './batch-list.tsx'
import { BatchPanel } from './batch-panel.tsx'
import './batches.css'

/** All batches, newest first, and the chosen one beside them. */
export const BatchesView = (): ReactNode => {
  const t = useT()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, error, refetch } = useAsk(['reports', 'batches'], api => api.batches.list({}))
  const rows = data ?? []
  const at = Math.max(
    0,
    rows.findIndex(row => row.id === chosen),
  )
  const row = rows[at]
  useKeys([
    {
      keys: ['J', 'K'],
      label: t('reports.keyWalk'),
      run: key => setChosen(rows[Math.max(0, Math.min(rows.length - 1, at + (key === 'J' ? 1 : -1)))]?.id ?? null),
    },
  ])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (data === undefined) return null
  if (row === undefined)
    return (
      <div className="empty">
        <h2>{t('batch.none')}</h2>
        <p>{t('batch.noneHow')}</p>
      </div>
    )
  return (
    <div className="batches-view">
      <div className="one" role="region" aria-label={t('batch.panel')} tabIndex={0}>
        <BatchList rows={rows} selected={row.id} onSelect={setChosen} />
      </div>
      <BatchPanel key={row.id} row={row} />
    </div>
  )
}
