import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { sayReason } from '../../state/reject-reason.ts'

const LIMIT = 500

const fieldsOf = (row: string): readonly (readonly [string, string])[] => {
  const value: unknown = JSON.parse(row)
  if (typeof value !== 'object' || value === null) return [['', row]]
  return Object.entries(value).map(([name, field]) => [name, typeof field === 'string' ? field : JSON.stringify(field)])
}

/** `trades.price: expected number` names the field before its first colon. */
const fieldOf = (reason: string): string | null => /^([\w.]+):/.exec(reason)?.[1] ?? null

/** Rows that did not pass validation: the reason, and the row itself on demand with the field that is at fault. */
export const RejectList = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const [open, setOpen] = useState<string | null>(null)
  const { data, error, refetch } = useAsk(['sync', 'rejects'], api => api.sync.rejects({ limit: LIMIT }))
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (data?.length === 0) return <p className="sy-none">{t('rejects.none')}</p>
  return (
    <table className="list sy-rejects">
      <thead>
        <tr>
          <th>{t('rejects.row')}</th>
          <th>{t('rejects.field')}</th>
          <th>{t('rejects.reason')}</th>
          <th>{t('rejects.at')}</th>
        </tr>
      </thead>
      {data?.map(r => {
        const key = `${r.stream}|${r.key}`
        const field = fieldOf(r.reason)
        const isOpen = open === key
        const reason = sayReason(t, field === null ? r.reason : r.reason.slice(field.length + 1).trim())
        return (
          <tbody key={key}>
            <tr className="row">
              <td>
                <button
                  type="button"
                  className="sy-fold"
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? null : key)}
                >
                  <i aria-hidden="true">{isOpen ? '▾' : '▸'}</i>
                  {t(`stream.${r.stream}`)} <span className="m">{r.key}</span>
                </button>
              </td>
              <td className="warn m">{field ?? t('rejects.whole')}</td>
              <td className="i2" title={r.reason}>
                {reason}
              </td>
              <td className="i2">{f.dateTime(r.at)}</td>
            </tr>
            {isOpen && (
              <tr>
                <td colSpan={4} className="sy-row">
                  <dl>
                    {fieldsOf(r.row).map(([name, value]) => (
                      <div key={name} className={name === field?.split('.')[0] ? 'warn' : ''}>
                        <dt>{name}</dt>
                        <dd>{value}</dd>
                      </div>
                    ))}
                  </dl>
                </td>
              </tr>
            )}
          </tbody>
        )
      })}
    </table>
  )
}
