import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Settings } from '../../../src-main/contract/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { usePrinterFault } from '../reports/printer-note.tsx'
import { PrinterRow } from './printer-row.tsx'

const ways = ['auto', 'desktop'] as const

/** What prints the PDFs, and what was found on this computer. */
export const PrintingForm = ({
  settings: { printing, printer },
  onChange,
}: {
  readonly settings: Settings
  readonly onChange: (part: Partial<Settings>) => void
}): ReactNode => {
  const t = useT()
  const [path, setPath] = useState(printing.browser ?? '')
  const { data, error } = useAsk(['settings', 'printedBy', printing], api => api.reports.printedBy({}))
  const fault = usePrinterFault()
  const broken = data?.fault ?? null
  const where = error ? null : data?.kind === 'desktop' || broken !== null ? t('printing.own') : data?.where
  return (
    <section className="sec">
      <h2>
        {t('printing.title')}
        <small>{where === null ? t('printing.none') : where === undefined ? '' : t('printing.now', { where })}</small>
      </h2>
      <PrinterRow printer={printer} onChange={next => onChange({ printer: next })} />
      <div className="set-row">
        <span className="lab">{t('printing.with')}</span>
        <Choice
          label={t('printing.with')}
          value={printing.with}
          onChange={way => onChange({ printing: { ...printing, with: way } })}
          options={ways.map(value => ({ value, label: t(`printing.${value}`) }))}
        />
      </div>
      {printing.with === 'auto' && (
        <form
          className="pass"
          onSubmit={event => {
            event.preventDefault()
            onChange({ printing: { ...printing, browser: path.trim() === '' ? null : path.trim() } })
          }}
        >
          <Field
            label={t('printing.browser')}
            maxLength={500}
            value={path}
            onValue={setPath}
            help={t('printing.browserHelp')}
            error={broken !== null && broken.where === printing.browser ? fault(broken) : null}
          />
          <div>
            <Button type="submit">{t('printing.save')}</Button>
          </div>
        </form>
      )}
    </section>
  )
}
