import type { ReactNode } from 'react'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { styles } from '../matrix/selection.ts'

/** Why the client stands in this cell, and what would move it to a neighbour. */
export const CellReasons = ({ client }: { readonly client: ClientView }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { segment } = client
  return (
    <section className="sec">
      <h2>
        {t('cellWhy.title')}
        <small>{t('shell.segmentPack', { version: segment.pack })}</small>
      </h2>
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 24 }}>
        <div>
          <ul className="reasons">
            {segment.reasons.map(r => (
              <li key={r.zh}>{say(r)}</li>
            ))}
          </ul>
          {segment.scores && (
            <div style={{ marginTop: 6 }}>
              {styles.map(style => {
                const value = segment.scores?.[style] ?? 0
                return (
                  <div key={style} className={`score${style === segment.style ? ' lead' : ''}`}>
                    <span>{t(`style.${style}`)}</span>
                    <i>
                      <b style={{ width: `${value}%` }} />
                    </i>
                    <span className={style === segment.style ? 'r s' : 'r'}>{f.int(Math.round(value))}</span>
                  </div>
                )
              })}
            </div>
          )}
        </div>
        <div>
          <p className="i3">{t('cellWhy.distances')}</p>
          <ul className="reasons">
            {segment.distances.map(d => (
              <li key={d.what.zh}>
                <b>
                  {d.tier} {t(`style.${d.style}`)}
                </b>{' '}
                {say(d.what)}
              </li>
            ))}
            {segment.distances.length === 0 && <li>{t('cellWhy.none')}</li>}
          </ul>
        </div>
      </div>
    </section>
  )
}
