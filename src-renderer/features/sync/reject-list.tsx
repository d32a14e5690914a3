import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'

const LIMIT = 200

/** Rows that did not pass validation: the reason, and the row itself on demand. */
export const RejectList = (): ReactNode => {
  const t = useT()
  const { data, error, refetch } = useAsk(['sync', 'rejects'], api => api.sync.rejects({ limit: LIMIT }))
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  return (
    <section className="sec">
      <h2>
        {t('rejects.title')}
        <small className={data && data.length > 0 ? 'warn' : ''}>
          {t('rejects.count', { count: data?.length ?? 0 })}
        </small>
      </h2>
      {data?.length === 0 && <p className="i2">{t('rejects.none')}</p>}
      {data?.map(r => (
        <details key={`${r.stream}|${r.key}`} className="text">
          <summary>
            {t(`stream.${r.stream}`)} {r.key}
          </summary>
          <p className="warn">{r.reason}</p>
          <p className="i2" style={{ overflowWrap: 'anywhere' }}>
            {r.row}
          </p>
        </details>
      ))}
    </section>
  )
}
