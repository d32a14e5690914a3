import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { useBatchText } from './batch-text.ts'

/** The running batch in a few words, on every screen. */
export const BatchStatus = ({ open }: { readonly open: boolean }): ReactNode => {
  const t = useT()
  const go = useNavigate()
  const text = useBatchText()
  const { data } = useAsk(['reports', 'batches'], api => api.batches.list({}), open)
  const row = open ? data?.find(each => each.state === 'running') : undefined
  if (row === undefined) return null
  return (
    <button type="button" className="link" onClick={() => void go('/reports/batches')}>
      {t('batch.status', { made: row.made + row.failed, of: row.total, left: text.left(row.secondsLeft) })}
    </button>
  )
}
