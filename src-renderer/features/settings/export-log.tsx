import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { useFormat } from '../../ui/format.ts'

const SHOWN = 10

/** The files that left the book last: what, how many lines, masked or not, and where to. */
export const ExportLog = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const lines = useAsk(['clients', 'exports'], api => api.clients.exports({})).data
  if (!lines) return null
  return (
    <section className="sec">
      <h2>{t('exportLog.title')}</h2>
      {lines.length === 0 && <p className="i2">{t('exportLog.none')}</p>}
      <ul className="export-log">
        {lines.slice(0, SHOWN).map(line => (
          <li key={line.at + line.path} title={line.path}>
            <span className="i2">{f.dateTime(line.at)}</span>
            <span>
              {t('exportLog.line', {
                what: t(`exportLog.what.${line.what}`),
                count: line.rows,
                n: f.int(line.rows),
                format: line.format.toUpperCase(),
              })}
            </span>
            <b className={line.masked ? 'i2' : 'warn'}>{t(line.masked ? 'exportLog.masked' : 'exportLog.open')}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
