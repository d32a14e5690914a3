import { useId } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'

/** The printer that reports go to unless another is named; the system's own at first. */
export const PrinterRow = ({
  printer,
  onChange,
}: {
  readonly printer: string | null
  readonly onChange: (printer: string | null) => void
}): ReactNode => {
  const t = useT()
  const id = useId()
  const { data, error } = useAsk(['paperPrinters'], api => api.reports.paperPrinters({}))
  const gone = printer !== null && data !== undefined && data.every(each => each.name !== printer)
  return (
    <div className="set-row">
      <label className="lab" htmlFor={id}>
        {t('paper.printer')}
      </label>
      <select
        id={id}
        className="inp"
        style={{ width: 280 }}
        value={printer ?? ''}
        aria-describedby={`${id}-note`}
        onChange={event => onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{t('paper.standard')}</option>
        {gone && <option value={printer}>{printer}</option>}
        {data?.map(each => (
          <option key={each.name} value={each.name}>
            {each.label}
          </option>
        ))}
      </select>
      <small id={`${id}-note`} className={gone || error || data?.length === 0 ? 'warn' : 'i3'}>
        {gone ? t('paper.gone') : error || data?.length === 0 ? t('paper.none') : t('paper.help')}
      </small>
    </div>
  )
}
