import { useState } from 'react'
import type { ReactNode } from 'react'
import type { BatchItem, BatchRow } from '../../../src-main/contract/batches.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { useFailureText, useFaultText } from '../../ui/failure.tsx'
import { PrintDialog } from '../reports/print-dialog.tsx'
import { usePrinterFault } from '../reports/printer-note.tsx'
import { useBatchText } from './batch-text.ts'

const views = ['failed', 'made', 'waiting'] as const

const Item = ({ item }: { readonly item: BatchItem }): ReactNode => {
  const t = useT()
  const api = useApi()
  const failure = useFailureText()
  const text = useFaultText()
  const { reportId, fault } = item
  const open = (id: string): void => void api.reports.open({ id }).catch((error: unknown) => tell(failure(error)))
  return (
    <li>
      <span className="m" title={item.name}>
        {item.name}
      </span>
      {reportId !== null && <LinkButton onClick={() => open(reportId)}>{t('common.open')}</LinkButton>}
      {fault !== null && <span className="warn why">{[fault.where, text(fault)].filter(Boolean).join(' · ')}</span>}
    </li>
  )
}

/** One batch: stop, go on, try again; save or print what is there; and each report with what came of it. */
export const BatchPanel = ({ row }: { readonly row: BatchRow }): ReactNode => {
  const t = useT()
  const api = useApi()
  const failure = useFailureText()
  const text = useBatchText()
  const faultText = useFaultText()
  const printerText = usePrinterFault()
  const [printing, setPrinting] = useState(false)
  const { data: items } = useAsk(['reports', 'batch', row.id], a => a.batches.items({ id: row.id }))
  const act = (work: Promise<unknown>): void => void work.catch((error: unknown) => tell(failure(error)))
  const id = { id: row.id }
  const save = async (): Promise<void> => {
    const { folder, files } = await api.batches.save(id)
    if (folder !== null) tell(t('batch.saved', { count: files, folder }))
  }
  return (
    <aside className="batch-panel" aria-label={t('batch.panel')} tabIndex={0}>
      <div className="sec">
        <h2>
          {text.of(row)}
          <small>
            {t('batch.counts', { made: row.made, of: row.total })}
            {row.skipped > 0 && ` · ${t('batch.skipped', { n: row.skipped })}`}
          </small>
        </h2>
        {row.stopped !== null && (
          <p className="warn" role="alert">
            <i className="dot bad" />
            {t('batch.stopped', { why: faultText(row.stopped) })}
          </p>
        )}
        {row.instead !== null && (
          <p className="i2">
            {t('printerFault.some', { count: row.instead.count, fault: printerText(row.instead.fault) })}
          </p>
        )}
        <div className="acts">
          {row.state === 'running' && <Button onClick={() => act(api.batches.pause(id))}>{t('batch.pause')}</Button>}
          {(row.state === 'paused' || (row.state === 'cancelled' && row.waiting > 0)) && (
            <Button kind="primary" onClick={() => act(api.batches.resume(id))}>
              {t('batch.resume')}
            </Button>
          )}
          {(row.state === 'running' || row.state === 'paused') && (
            <Button onClick={() => act(api.batches.cancel(id))}>{t('common.cancel')}</Button>
          )}
          {row.failed > 0 && row.state !== 'running' && (
            <Button onClick={() => act(api.batches.retry(id))}>{t('batch.retry', { count: row.failed })}</Button>
          )}
          {row.made > 0 && (
            <>
              <Button onClick={() => act(save())}>{t('batch.save')}</Button>
              <Button onClick={() => setPrinting(true)}>{t('batch.print')}</Button>
            </>
          )}
        </div>
      </div>
      {views.map(state => {
        const shown = items?.filter(item => item.state === state) ?? []
        return shown.length === 0 ? null : (
          <div key={state} className="sec">
            <h2>
              {t(`batchItem.${state === 'waiting' && row.state === 'cancelled' ? 'left' : state}`)}
              <small>{shown.length}</small>
            </h2>
            <ul className="items">
              {shown.map(item => (
                <Item key={item.number} item={item} />
              ))}
            </ul>
          </div>
        )
      })}
      {printing && items && (
        <PrintDialog ids={items.flatMap(item => item.reportId ?? [])} onClose={() => setPrinting(false)} />
      )}
    </aside>
  )
}
