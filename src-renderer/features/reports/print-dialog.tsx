import Dialog from '@mui/material/Dialog'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { PaperWish } from '../../../src-main/contract/printing.ts'
import { useT } from '../../i18n/i18n.ts'
import { useSettings } from '../../shell/use-session.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import '../../ui/form-dialog.css'
import './report-sheet.css'

const sides = ['simplex', 'longEdge', 'shortEdge'] as const
const inks = ['colour', 'grey'] as const
const ways = ['silent', 'dialog'] as const
const MOST_COPIES = 99

const LOOK_AGAIN_MS = 3000

/** Finished reports to a chosen printer: copies, both sides, grey, at once or through the system's own dialog. */
export const PrintDialog = ({
  ids,
  onClose,
}: {
  readonly ids: readonly string[]
  readonly onClose: () => void
}): ReactNode => {
  const t = useT()
  const api = useApi()
  const failure = useFailureText()
  const { data: printers, error: unreachable, refetch } = useAsk(['paperPrinters'], a => a.reports.paperPrinters({}))
  useEffect(() => {
    // nobody tells when a printer is plugged in, or answers late
    const again = setInterval(() => void refetch(), LOOK_AGAIN_MS)
    return () => clearInterval(again)
  }, [refetch])
  const [wish, setWish] = useState<PaperWish>({
    printer: null,
    copies: 1,
    duplex: 'longEdge',
    grey: false,
    dialog: false,
  })
  const [at, setAt] = useState<{ readonly printed: number; readonly of: number } | null>(null)
  const [error, setError] = useState<string | null>(null)
  const stop = useRef<AbortController | null>(null)
  const usual = useSettings().data?.printer
  const chosen =
    wish.printer ??
    printers?.find(p => p.name === usual)?.name ??
    printers?.find(p => p.isDefault)?.name ??
    printers?.[0]?.name ??
    null
  const isBatch = ids.length > 1
  const noPrinter = printers?.length === 0 || unreachable !== null
  const print = async (): Promise<void> => {
    const control = new AbortController()
    stop.current = control
    setError(null)
    setAt({ printed: 0, of: ids.length })
    let printed = 0
    try {
      const full = { ...wish, printer: chosen, dialog: wish.dialog && !isBatch }
      for await (const step of await api.reports.printOnPaper(
        { ids: [...ids], wish: full },
        { signal: control.signal },
      )) {
        printed = step.printed
        setAt(step)
      }
      if (printed > 0) {
        tell(t('paper.done', { count: printed, printer: chosen ?? '' }))
        onClose()
      }
    } catch (reason) {
      setError(control.signal.aborted ? t('paper.stopped', { printed }) : failure(reason))
    }
    setAt(null)
  }
  return (
    <Dialog open onClose={at === null ? onClose : undefined} aria-labelledby="paper-title" maxWidth={false}>
      <form
        className="form-dialog paper"
        onSubmit={event => {
          event.preventDefault()
          if (at === null && !noPrinter) void print()
        }}
      >
        <h2 id="paper-title" className="h2l">
          {t('paper.title', { count: ids.length })}
        </h2>
        {noPrinter ? (
          <p className="warn" role="alert">
            {t('paper.none')}
          </p>
        ) : (
          <div className="line">
            <label className="lab" htmlFor="paper-printer">
              {t('paper.printer')}
            </label>
            <select
              id="paper-printer"
              className="inp"
              value={chosen ?? ''}
              onChange={event => setWish({ ...wish, printer: event.target.value })}
            >
              {printers?.map(p => (
                <option key={p.name} value={p.name}>
                  {p.label}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="line">
          <label className="lab" htmlFor="paper-copies">
            {t('paper.copies')}
          </label>
          <input
            id="paper-copies"
            className="inp"
            type="number"
            min={1}
            max={MOST_COPIES}
            value={wish.copies}
            onChange={event =>
              setWish({
                ...wish,
                copies: Math.max(1, Math.min(MOST_COPIES, Math.round(Number(event.target.value)) || 1)),
              })
            }
          />
        </div>
        <div className="line">
          <span className="lab">{t('paper.sides')}</span>
          <Choice
            label={t('paper.sides')}
            value={wish.duplex}
            onChange={duplex => setWish({ ...wish, duplex })}
            options={sides.map(value => ({ value, label: t(`paper.side.${value}`) }))}
          />
        </div>
        <div className="line">
          <span className="lab">{t('paper.ink')}</span>
          <Choice
            label={t('paper.ink')}
            value={wish.grey ? 'grey' : 'colour'}
            onChange={ink => setWish({ ...wish, grey: ink === 'grey' })}
            options={inks.map(value => ({ value, label: t(`paper.inks.${value}`) }))}
          />
        </div>
        {!isBatch && (
          <div className="line">
            <span className="lab">{t('paper.way')}</span>
            <Choice
              label={t('paper.way')}
              value={wish.dialog ? 'dialog' : 'silent'}
              onChange={way => setWish({ ...wish, dialog: way === 'dialog' })}
              options={ways.map(value => ({ value, label: t(`paper.ways.${value}`) }))}
            />
          </div>
        )}
        {error !== null && (
          <p className="warn" role="alert">
            {error}
          </p>
        )}
        <div className="line">
          {at === null ? (
            <>
              <Button type="submit" kind="primary" keyHint="Enter" disabled={noPrinter && t('paper.none')}>
                {t('paper.print')}
              </Button>
              <Button keyHint="Esc" onClick={onClose}>
                {t('common.cancel')}
              </Button>
            </>
          ) : (
            <Button
              kind="primary"
              progress={at.of === 0 ? 0 : at.printed / at.of}
              onClick={() => stop.current?.abort()}
            >
              {t('paper.running', { printed: at.printed, of: at.of })}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
