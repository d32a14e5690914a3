import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { ReportLine } from '../../../src-main/contract/deliveries.ts'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DeliveryList } from './delivery-list.tsx'
import { PrintDialog } from './print-dialog.tsx'
import { PrinterNote } from './printer-note.tsx'
import { ReplyForm } from './reply-form.tsx'
import { ReportEvidence } from './report-evidence.tsx'
import { ReportHistory } from './report-history.tsx'
import { ReportAnswers, ReportSteps } from './report-steps.tsx'
import { SendForm } from './send-form.tsx'
import { useActs } from './use-acts.ts'

type Part = 'look' | 'send' | 'reply'

/** One report: how far it came, how it went out, what came back, its versions, and the evidence behind it. */
export const ReportPanel = ({
  line,
  sending = false,
  onPick,
}: {
  readonly line: ReportLine
  readonly sending?: boolean
  readonly onPick: (id: string) => void
}): ReactNode => {
  const t = useT()
  const api = useApi()
  const go = useNavigate()
  const { act } = useActs()
  const [proof, setProof] = useState(false)
  const { data, error, refetch } = useAsk(['reports', 'detail', line.id], a => a.deliveries.detail({ id: line.id }))
  const [printing, setPrinting] = useState(false)
  const isForClients = line.edition === 'client' && line.kind !== 'segment'
  const [part, setPart] = useState<Part>(sending && isForClients ? 'send' : 'look')
  const isAnswered = line.state === 'answered'
  const follow = (): void => act(() => api.deliveries.followUp({ reportId: line.id }), t('reports.followed'))
  useKeys([
    ...(isForClients ? [{ keys: ['S'], label: t('reports.send'), run: () => setPart('send') }] : []),
    ...(isForClients ? [{ keys: ['R'], label: t('reply.type'), run: () => setPart('reply'), quiet: true }] : []),
    { keys: ['P'], label: t('report.print'), run: () => setPrinting(true) },
    ...(isAnswered ? [{ keys: ['F'], label: t('reports.follow'), run: follow }] : []),
    ...(line.kind === 'account'
      ? [{ keys: ['E'], label: t('reports.evidence'), run: () => setProof(!proof), quiet: true }]
      : []),
    ...(part === 'look' ? [] : [{ keys: ['Esc'], label: t('common.cancel'), run: () => setPart('look') }]),
  ])
  const detail = data?.line.id === line.id ? data : undefined
  return (
    <aside className="sp2 rep" aria-label={t('reports.panel')} tabIndex={0}>
      <div className="sec" style={{ paddingTop: 9 }}>
        <h2 className="h2l cut" title={line.subjectName}>
          {line.subjectName}
        </h2>
        <p className="i2">
          {t(`reportKind.${line.kind}`)} · {t(`edition.${line.edition}`)} · {line.id}
        </p>
        {line.signedBy !== null && <p className="i2">{t('signing.by', { subject: line.signedBy })}</p>}
        <PrinterNote report={line} />
        <div className="row">
          {isForClients && part !== 'send' && (
            <Button kind="primary" keyHint="S" onClick={() => setPart('send')}>
              {line.sentAt === null ? t('reports.send') : t('reports.resend')}
            </Button>
          )}
          <Button keyHint="Enter" onClick={() => act(() => api.reports.open({ id: line.id }))}>
            {t('common.open')}
          </Button>
          <Button onClick={() => act(() => api.reports.saveAs({ id: line.id }))}>{t('report.saveAs')}</Button>
          <Button keyHint="P" onClick={() => setPrinting(true)}>
            {t('report.print')}
          </Button>
          {printing && <PrintDialog ids={[line.id]} onClose={() => setPrinting(false)} />}
        </div>
        {!isForClients && <p className="i2">{t('reports.neverSent')}</p>}
      </div>
      {part === 'send' && isForClients && (
        <SendForm key={`${line.id} send`} line={line} onClose={() => setPart('look')} />
      )}
      {part === 'reply' && isForClients && (
        <ReplyForm key={`${line.id} reply`} line={line} onClose={() => setPart('look')} />
      )}
      <div className="sec">
        <h2>{t('reports.way')}</h2>
        <ReportSteps line={line} stays={!isForClients} />
        {isForClients && (
          <p className="acts">
            <LinkButton keyHint="R" onClick={() => setPart('reply')}>
              {t('reply.type')}
            </LinkButton>
            {isAnswered && (
              <LinkButton keyHint="F" onClick={follow}>
                {t('reports.follow')}
              </LinkButton>
            )}
          </p>
        )}
      </div>
      {line.answers !== null && <ReportAnswers answers={line.answers} />}
      {error && !detail && <Failure error={error} retry={() => void refetch()} />}
      {detail && (
        <>
          {isForClients && <DeliveryList deliveries={detail.deliveries} />}
          <ReportHistory detail={detail} onPick={onPick} />
          {line.kind === 'account' && <ReportEvidence evidence={detail.evidence} open={proof} onOpen={setProof} />}
          {line.clientId !== null && (
            <div className="sec acts">
              <LinkButton onClick={() => void go(`/clients/${encodeURIComponent(line.clientId ?? '')}`)}>
                {t('reports.openClient')}
              </LinkButton>
            </div>
          )}
        </>
      )}
    </aside>
  )
}
