import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'

const SHOWN = 60

/** Every way that clients took between two recorded runs. */
export const ComparePanel = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const runs = useAsk(['matrix', 'runs'], api => api.segmentRules.runs({})).data ?? []
  const [chosen, choose] = useState<{ readonly from: string | null; readonly to: string | null }>({
    from: null,
    to: null,
  })
  const to = chosen.to ?? runs[0] ?? ''
  const from = chosen.from ?? runs[1] ?? ''
  const { data } = useAsk(
    ['matrix', 'compare', from, to],
    api => api.segmentRules.compare({ from, to }),
    from !== '' && to !== '',
  )
  useKeys([{ keys: ['Esc'], label: t('common.close'), run: onClose }])
  const cell = (name: string | null): string => {
    if (name === null) return t('compare.outside')
    const [tier, style] = name.split('-')
    return style === undefined ? t('matrix.undetermined') : `${tier} ${t(`style.${style}`)}`
  }
  const pick = (side: 'from' | 'to', value: string): ReactNode => (
    <select
      className="inp"
      aria-label={t(`compare.${side}`)}
      value={value}
      onChange={event => choose({ ...chosen, [side]: event.target.value })}
    >
      {runs.map(run => (
        <option key={run} value={run}>
          {f.dateTime(run)}
        </option>
      ))}
    </select>
  )
  return (
    <aside className="what-if" aria-label={t('compare.title')}>
      <div className="sec">
        <h2>
          {t('compare.title')}
          <span className="rt">
            <LinkButton keyHint="Esc" onClick={onClose}>
              {t('common.close')}
            </LinkButton>
          </span>
        </h2>
        {runs.length < 2 ? (
          <p className="i2">{t('compare.tooFew')}</p>
        ) : (
          <div className="marks two-fields">
            {pick('from', from)}
            {pick('to', to)}
          </div>
        )}
      </div>
      {data && runs.length >= 2 && (
        <div className="sec">
          <h2>
            {t('compare.moved', { n: f.int(data.up + data.down + data.style) })}
            <small>
              {t('compare.how', {
                stayed: f.int(data.stayed),
                up: f.int(data.up),
                down: f.int(data.down),
                style: f.int(data.style),
                added: f.int(data.added),
                left: f.int(data.left),
              })}
            </small>
          </h2>
          <table className="counts">
            <thead>
              <tr>
                <th>{t('compare.from')}</th>
                <th>{t('compare.to')}</th>
                <th className="r">{t('matrix.clients')}</th>
              </tr>
            </thead>
            <tbody>
              {data.flows
                .filter(flow => flow.from !== flow.to)
                .slice(0, SHOWN)
                .map(flow => (
                  <tr key={`${flow.from}>${flow.to}`}>
                    <td>{cell(flow.from)}</td>
                    <td>{cell(flow.to)}</td>
                    <td className="r s">{f.int(flow.clients)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
    </aside>
  )
}
