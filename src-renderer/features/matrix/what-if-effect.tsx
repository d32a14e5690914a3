import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { WhatIf } from '../../../src-main/contract/segment-rules.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'

const SHOWN = 40

/** Who would move, and what it does to the hours of the week. */
export const WhatIfEffect = ({ effect }: { readonly effect: WhatIf }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const go = useNavigate()
  const { before, after } = effect.hours
  return (
    <>
      <div className="sec">
        <h2>
          {t('whatIf.moved', { count: effect.moved, n: f.int(effect.moved) })}
          <small>
            {t('whatIf.movedHow', { up: f.int(effect.up), down: f.int(effect.down), style: f.int(effect.style) })}
          </small>
        </h2>
        <dl className="kv">
          <dt>{t('whatIf.needed')}</dt>
          <dd>{t('whatIf.hoursFromTo', { from: f.ratio(before.needed, 1), to: f.ratio(after.needed, 1) })}</dd>
          <dt>{t('whatIf.planned')}</dt>
          <dd className={after.planned > after.available ? 'warn' : ''}>
            {t('whatIf.hoursFromTo', { from: f.ratio(before.planned, 1), to: f.ratio(after.planned, 1) })}
            {t('whatIf.hoursThere', { n: f.ratio(after.available, 1) })}
          </dd>
        </dl>
        {effect.moved === 0 && <p className="i3">{t('whatIf.nobody')}</p>}
        <div className="mv">
          {effect.clients.slice(0, SHOWN).map(c => (
            <Fragment key={c.clientId}>
              <button
                type="button"
                title={c.name}
                onClick={() => void go(`/clients/${encodeURIComponent(c.clientId)}`)}
              >
                {c.name}
              </button>
              <span>
                {say(c.from)} → {say(c.to)}
              </span>
            </Fragment>
          ))}
        </div>
        {effect.moved > SHOWN && <p className="i3">{t('moves.more', { n: f.int(effect.moved - SHOWN) })}</p>}
      </div>
    </>
  )
}
