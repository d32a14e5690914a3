import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ReportLine, SendCheck, SendOutcome } from '../../../src-main/contract/deliveries.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { VerdictMark } from '../../ui/marks.tsx'

const channels = ['mail', 'link'] as const
const DAYS = 14

type Told = { readonly verdict: 'match' | 'mismatch' | 'undetermined'; readonly text: string }

const stopOf = (checks: readonly SendCheck[]): SendCheck | undefined => checks.find(each => each.state === 'blocked')

/** Who gets what, what stands against it, and after sending what became of each. */
export const SendManyDialog = ({
  lines,
  onClose,
}: {
  readonly lines: readonly ReportLine[]
  readonly onClose: () => void
}): ReactNode => {
  const t = useT()
  const api = useApi()
  const failure = useFailureText()
  const [channel, setChannel] = useState<(typeof channels)[number]>('mail')
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, SendOutcome> | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const ids = lines.map(line => line.id)
  const asked = useAsk(['reports', 'sendMany', channel, ids], a =>
    a.deliveries.prepareMany({ reportIds: ids, channel }),
  )
  const fault = asked.error
  // what was checked for the other way says nothing of this one
  const prepared = new Map(asked.isPlaceholderData ? [] : asked.data?.map(each => [each.reportId, each]))
  const ready = ids.filter(id => {
    const row = prepared.get(id)
    return row !== undefined && stopOf(row.checks) === undefined
  })
  const tellOf = (id: string): Told => {
    const outcome = outcomes?.get(id)
    if (outcome?.kind === 'accepted') return { verdict: 'match', text: t(`sendDone.${channel}`) }
    const stop = stopOf(outcome?.kind === 'refused' ? outcome.checks : (prepared.get(id)?.checks ?? []))
    if (stop !== undefined) return { verdict: 'mismatch', text: t(`sendManyStop.${stop.id}`) }
    return prepared.has(id)
      ? { verdict: 'match', text: t('sendMany.ready') }
      : { verdict: 'undetermined', text: t('common.loading') }
  }
  const send = async (): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      const sent = await api.deliveries.sendMany({ reportIds: ready, channel, days: DAYS })
      setOutcomes(new Map(sent.map(each => [each.reportId, each.outcome])))
    } catch (e) {
      setError(failure(e))
    } finally {
      setBusy(false)
    }
  }
  const isDone = outcomes !== null
  return (
    <FormDialog
      title={t('sendMany.title', { count: lines.length, n: lines.length })}
      action={isDone ? t('common.close') : busy ? t('send.busy') : t('sendMany.do', { n: ready.length })}
      disabled={!isDone && (busy || ready.length === 0) && t('sendMany.nothing')}
      error={error ?? (fault ? failure(fault) : null)}
      wide
      onSubmit={() => (isDone ? onClose() : void send())}
      onClose={onClose}
    >
      {!isDone && (
        <Choice
          label={t('send.way')}
          value={channel}
          onChange={setChannel}
          options={channels.map(v => ({ value: v, label: t(`sendChannel.${v}`) }))}
        />
      )}
      <div className="many-rows" role="region" aria-label={t('sendMany.rows')} tabIndex={0}>
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{t('sendMany.who')}</th>
              <th scope="col">{t('sendMany.report')}</th>
              <th scope="col">{t('sendMany.to')}</th>
              <th scope="col">{t('sendMany.state')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line => {
              const told = tellOf(line.id)
              return (
                <tr key={line.id}>
                  <td className="cut" title={line.subjectName}>
                    {line.subjectName}
                  </td>
                  <td>{line.id}</td>
                  <td className="cut" title={prepared.get(line.id)?.to ?? ''}>
                    {channel === 'mail' ? (prepared.get(line.id)?.to ?? '—') : t('sendMany.byLink')}
                  </td>
                  <td className={told.verdict === 'mismatch' ? 'warn' : 'i2'}>
                    <VerdictMark verdict={told.verdict} /> {told.text}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="i2">{t(isDone ? 'sendMany.after' : 'sendMany.before', { n: lines.length - ready.length })}</p>
    </FormDialog>
  )
}
