import type { ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { SyncConflict } from '../../../src-main/contract/sync.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Failure, useFailureText } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'

type Resolution = SyncConflict['resolution']

/** A kept value as it reads: texts without quotes, nothing as a dash. */
const shown = (json: string): string => {
  const value: unknown = JSON.parse(json)
  if (value === null || value === '') return '—'
  return typeof value === 'string' ? value : json
}

/** Fields that both sides changed, with both values; the one that lost can be taken back, and the decision too. */
export const ConflictList = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const { data, error, refetch } = useAsk(['sync', 'conflicts'], a => a.sync.conflicts({}))
  const settle = async (conflict: SyncConflict, resolution: Resolution): Promise<void> => {
    try {
      queries.setQueryData(['sync', 'conflicts'], await api.sync.resolveConflict({ id: conflict.id, resolution }))
      const takeBack = resolution === 'open' ? null : () => void settle(conflict, 'open')
      tell(t(`conflicts.told.${resolution}`), takeBack)
    } catch (e) {
      tell(failure(e))
    }
  }
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (data?.length === 0) return <p className="sy-none">{t('conflicts.none')}</p>
  return (
    <table className="list sy-conflicts">
      <thead>
        <tr>
          <th>{t('conflicts.client')}</th>
          <th>{t('conflicts.field')}</th>
          <th>{t('conflicts.winner')}</th>
          <th>{t('conflicts.loser')}</th>
          <th>{t('conflicts.at')}</th>
          <th>{t('conflicts.decide')}</th>
        </tr>
      </thead>
      <tbody>
        {data?.map(c => {
          const [used, other] = c.resolution === 'undone' ? [c.loser, c.winner] : [c.winner, c.loser]
          return (
            <tr key={c.id} className="row">
              <td>
                {c.clientId !== null && c.clientName !== null ? (
                  <LinkButton onClick={() => void go(`/clients/${encodeURIComponent(c.clientId ?? '')}`)}>
                    {c.clientName}
                  </LinkButton>
                ) : (
                  t('conflicts.gone')
                )}
              </td>
              <td className="i2">
                {t(`stream.${c.stream}`)} · {t(`conflictField.${c.field}`, { defaultValue: c.field })}
              </td>
              <td className="m" title={shown(used)}>
                {shown(used)}
              </td>
              <td className={c.resolution === 'open' ? '' : 'i3'} title={shown(other)}>
                {shown(other)}
              </td>
              <td className="i2">{f.dateTime(c.at)}</td>
              <td>
                {c.resolution === 'open' ? (
                  <span className="sy-acts">
                    <Button low onClick={() => void settle(c, 'kept')}>
                      {t('conflicts.keep')}
                    </Button>
                    <Button
                      low
                      onClick={() => void settle(c, 'undone')}
                      disabled={c.clientName === null && t('conflicts.gone')}
                    >
                      {t('conflicts.undo')}
                    </Button>
                  </span>
                ) : (
                  <span className="sy-acts">
                    <span className="i2">{t(`conflicts.state.${c.resolution}`)}</span>
                    <LinkButton onClick={() => void settle(c, 'open')}>{t('conflicts.reopen')}</LinkButton>
                  </span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
