import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useSession, useSyncStatus } from '../../shell/use-session.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { Failure, useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormat } from '../../ui/format.ts'
import { Slow } from '../../ui/slow.tsx'

const KEY = ['settings', 'devices']

/** Computers that opened this book at head office; a lost one is shut out here. Its name is typed, since there is no way back. */
export const DeviceList = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const enrolled = useSyncStatus().data?.enrolled ?? false
  const session = useSession().data
  const [chosen, choose] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const { data, error, isFetching, refetch } = useAsk(KEY, a => a.sync.devices({}), enrolled)
  if (!enrolled)
    return (
      <div className="empty">
        <h2>{t('devices.none')}</h2>
        <p>{t('devices.noneHow')}</p>
      </div>
    )
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Slow under />
  const device = data.find(each => each.id === chosen)
  const revoke = async (id: string): Promise<void> => {
    try {
      queries.setQueryData(KEY, await api.sync.revokeDevice({ id }))
      choose(null)
      setTyped('')
      tell(t('devices.revoked', { name: device?.name }))
    } catch (e) {
      tell(failure(e))
    }
  }
  return (
    <div className="two">
      <div className="body" role="region" aria-label={t('settingsTab.devices')} tabIndex={0}>
        {isFetching && <Slow under />}
        <table className="list">
          <thead>
            <tr>
              <th>{t('devices.name')}</th>
              <th>{t('devices.since')}</th>
              <th>{t('devices.state')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {data.map(each => (
              <tr key={each.id} className={each.id === chosen ? 'row sel' : 'row'}>
                <td className={each.own ? 's' : ''} title={each.name}>
                  {each.name}
                </td>
                <td>{f.dateTime(each.enrolledAt)}</td>
                <td className={each.revokedAt === null ? '' : 'i3'}>
                  {each.revokedAt !== null
                    ? t('devices.endedAt', { at: f.dateTime(each.revokedAt) })
                    : t(each.own ? 'devices.own' : 'devices.active')}
                </td>
                <td className="r">
                  {each.revokedAt === null && !each.own && (
                    <button type="button" className="link" onClick={() => choose(each.id)}>
                      {t('devices.revoke')}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <aside aria-label={t('devices.about')} tabIndex={0}>
        <section className="sec">
          <h2>{t('devices.about')}</h2>
          <p>{t('devices.how')}</p>
          {session?.kind === 'open' && session.demo && <p className="i3">{t('devices.demo')}</p>}
        </section>
        {device && (
          <form
            className="sec pass"
            onSubmit={event => {
              event.preventDefault()
              if (typed === device.name) void revoke(device.id)
            }}
          >
            <h2>{t('devices.revokeTitle', { name: device.name })}</h2>
            <Field
              label={t('devices.typeName', { name: device.name })}
              autoComplete="off"
              value={typed}
              onValue={setTyped}
              help={t('devices.revokeHelp')}
            />
            <div className="buttons">
              <Button type="submit" disabled={typed !== device.name && t('devices.typeName', { name: device.name })}>
                {t('devices.revoke')}
              </Button>
              <Button kind="text" onClick={() => choose(null)}>
                {t('common.cancel')}
              </Button>
            </div>
          </form>
        )}
      </aside>
    </div>
  )
}
