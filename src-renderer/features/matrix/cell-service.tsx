import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { CellView } from '../../../src-main/contract/matrix.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'

/** Service standard of the cell against the contact history. */
export const CellService = ({ cell }: { readonly cell: CellView }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const go = useNavigate()
  const s = cell.service
  const parts = [
    { key: 'onTime', n: s.onTime, colour: 'var(--ink3)' },
    { key: 'due', n: s.due, colour: 'var(--line2)' },
    { key: 'overdue', n: s.overdue, colour: 'var(--warn)' },
  ] as const
  return (
    <div className="sec">
      <h2>
        {t('service.title')}
        <small>{t('service.fit')}</small>
        <small className="rt">{t('service.hours', { n: f.ratio(s.hoursPerWeek, 1) })}</small>
      </h2>
      <dl className="kv">
        <dt>{t('service.contact')}</dt>
        <dd>{t('service.every', { days: s.cadenceDays, minutes: s.minutes })}</dd>
        <dt>{t('service.channels')}</dt>
        <dd>{say(s.channels)}</dd>
        <dt>{t('service.server')}</dt>
        <dd>{say(s.server)}</dd>
        <dt>{t('service.custom')}</dt>
        <dd>{say(s.custom)}</dd>
      </dl>
      <div className="fitb" aria-hidden="true">
        {parts
          .filter(p => p.n > 0)
          .map(p => (
            <i key={p.key} style={{ flex: p.n, background: p.colour }} />
          ))}
      </div>
      <div className="fitl">
        {parts.map(p => (
          <span key={p.key} className={p.key === 'overdue' && p.n > 0 ? 'warn' : ''}>
            {t(`service.${p.key}`)} <b>{f.int(p.n)}</b>
          </span>
        ))}
        {s.longest && (
          <button
            type="button"
            className="far"
            onClick={() => void go(`/clients/${encodeURIComponent(s.longest?.clientId ?? '')}`)}
          >
            {t('service.longest', { count: s.longest.days, name: s.longest.name })}
          </button>
        )}
      </div>
      {(s.batch || s.never > 0) && (
        <p className="i3">
          {[s.batch && t('service.batch'), s.never > 0 && t('service.never', { n: f.int(s.never) })]
            .filter(Boolean)
            .join(t('common.comma'))}
        </p>
      )}
    </div>
  )
}
