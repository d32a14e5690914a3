import { useQueryClient } from '@tanstack/react-query'
import type { GridApi } from 'ag-grid-community'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ClientRow } from '../../../src-main/contract/clients.ts'
import { BulkWork } from '../../../src-main/model/bulk-work.ts'
import type { ContactChannel } from '../../../src-main/model/contact.ts'
import { typedDate } from '../../../src-main/model/format/typed-date.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Choice } from '../../ui/choice.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { shownIds } from './export-clients.tsx'

const kinds = ['tag', 'task', 'contact'] as const satisfies readonly BulkWork['kind'][]
const channels = ['wecom', 'email', 'phone', 'meeting', 'letter', 'other'] as const satisfies readonly ContactChannel[]

/** The selected lines when there are several, else all that are shown. */
export const bulkIds = (grid: GridApi<ClientRow>): readonly string[] => {
  const selected = grid.getSelectedRows().map(row => row.id)
  return selected.length > 1 ? selected : shownIds(grid)
}

/** One tag, task or contact for many clients; written at once, sent with the next sync, taken back with `U`. */
export const BulkDialog = ({
  ids,
  first = 'tag',
  onClose,
}: {
  readonly ids: readonly string[]
  readonly first?: BulkWork['kind']
  readonly onClose: () => void
}): ReactNode => {
  const t = useT()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const [kind, setKind] = useState<BulkWork['kind']>(first)
  const [title, setTitle] = useState('')
  const [value, setValue] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [channel, setChannel] = useState<ContactChannel>('wecom')
  const [minutes, setMinutes] = useState('0')
  const [note, setNote] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const asked =
    kind === 'tag'
      ? { kind, ids, name: title, value }
      : kind === 'task'
        ? { kind, ids, title, task: 'contact', dueOn: dueOn === '' ? null : (typedDate(dueOn) ?? dueOn) }
        : { kind, ids, channel, minutes: minutes.trim() === '' ? Number.NaN : Number(minutes), subject: title, note }
  const save = async (): Promise<void> => {
    const work = BulkWork.safeParse(asked)
    if (!work.success) return setError(t('bulk.invalid'))
    setBusy(true)
    try {
      const done = await api.clients.bulk(work.data)
      onClose()
      tell(t(`bulk.done.${kind}`, { count: done.count }), () => {
        api.clients
          .undoBulk(done)
          .then(() => queries.invalidateQueries())
          .catch((e: unknown) => tell(failure(e)))
      })
      await queries.invalidateQueries()
    } catch (e) {
      setError(failure(e))
    } finally {
      setBusy(false)
    }
  }
  return (
    <FormDialog
      title={t('bulk.title', { count: ids.length })}
      action={t('bulk.save', { count: ids.length })}
      disabled={ids.length === 0 ? t('bulk.nobody') : busy && t('common.loading')}
      error={error}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p className="i2">{t('bulk.how')}</p>
      <div className="line">
        <Choice
          label={t('bulk.short')}
          value={kind}
          onChange={setKind}
          options={kinds.map(each => ({ value: each, label: t(`bulk.kind.${each}`) }))}
        />
      </div>
      <Field
        label={t(`bulk.title1.${kind}`)}
        required={kind !== 'contact'}
        maxLength={kind === 'tag' ? 40 : 200}
        value={title}
        onValue={setTitle}
      />
      {kind === 'tag' && <Field label={t('bulk.value')} maxLength={200} value={value} onValue={setValue} />}
      {kind === 'task' && (
        <Field
          label={t('bulk.dueOn')}
          placeholder={t('common.dateForm')}
          maxLength={20}
          value={dueOn}
          onValue={setDueOn}
          onBlur={() => setDueOn(typedDate(dueOn) ?? dueOn)}
        />
      )}
      {kind === 'contact' && (
        <>
          <div className="line">
            <Choice
              label={t('contact.channel')}
              value={channel}
              onChange={setChannel}
              options={channels.map(each => ({ value: each, label: t(`channel.${each}`) }))}
            />
          </div>
          <Field label={t('contact.minutes')} inputMode="numeric" value={minutes} onValue={setMinutes} />
          <Field label={t('contact.note')} maxLength={4000} value={note} onValue={setNote} />
        </>
      )}
    </FormDialog>
  )
}
