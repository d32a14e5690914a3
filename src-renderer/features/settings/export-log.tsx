import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'

/** Lines shown at first; all of them, up to what the engine gives at once, when they are asked for. */
const FIRST = 10
const MOST = 10_000

/** The files that left the book last: what, how many lines, masked or not, and where to. */
export const ExportLog = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const [limit, setLimit] = useState(FIRST)
  const log = useAsk(['clients', 'exports', limit], api => api.clients.exports({ limit })).data
  if (!log) return null
  const { total, lines } = log
  return (
    <section className="sec">
      <h2>
        {t('exportLog.title')}
        {total > 0 && <small>{t('exportLog.total', { count: total, n: f.int(total) })}</small>}
      </h2>
      {total === 0 && <p className="i2">{t('exportLog.none')}</p>}
      <ul className={`export-log${limit > FIRST ? ' all' : ''}`} {...(limit > FIRST ? { tabIndex: 0 } : {})}>
        {lines.map((line, at) => (
          <li key={total - at} title={line.path}>
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
      {total > lines.length && limit === FIRST && (
        <LinkButton onClick={() => setLimit(MOST)}>{t('exportLog.all', { count: total, n: f.int(total) })}</LinkButton>
      )}
    </section>
  )
}
