import type { ReactNode } from 'react'
import type { Migration } from '../../../src-main/contract/segment-rules.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { flowBounds } from './legend.tsx'
import { styles, tiers } from './selection.ts'
import { classOf } from './measure.ts'
import type { Way } from './use-runs.ts'

const cells = tiers.flatMap(tier => styles.map(style => `${tier}-${style}`))
const OUTSIDE = null

/** From every cell to every cell, and in and out of the book: who stayed stands on the diagonal. */
export const MigrationGrid = ({
  migration,
  way,
  onWay,
}: {
  readonly migration: Migration
  readonly way: Way | null
  readonly onWay: (way: Way) => void
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const some = (name: string): boolean => migration.flows.some(flow => flow.from === name || flow.to === name)
  const places = [...cells, ...(some('undetermined') ? ['undetermined'] : []), OUTSIDE]
  const counts = new Map(migration.flows.map(flow => [`${flow.from}>${flow.to}`, flow.clients]))
  const short = (name: string | null): string => {
    if (name === null) return t('compare.outside')
    const [tier, style] = name.split('-')
    return style === undefined ? t('matrix.undetermined') : `${tier} ${t(`styleShort.${style}`)}`
  }
  const sum = (pick: (flow: Migration['flows'][number]) => boolean): number =>
    migration.flows.filter(pick).reduce((total, flow) => total + flow.clients, 0)
  return (
    <section className="mx migration" aria-label={t('compare.title')}>
      <p className="i3">{t('compare.grid')}</p>
      <table>
        <thead>
          <tr>
            <th aria-label={t('compare.from')} />
            {places.map(to => (
              <th key={to} scope="col" className="r">
                {short(to)}
              </th>
            ))}
            <th className="r">{t('matrix.total')}</th>
          </tr>
        </thead>
        <tbody>
          {places.map(from => (
            <tr key={from}>
              <th scope="row">{short(from)}</th>
              {places.map(to => {
                const n = counts.get(`${from}>${to}`) ?? 0
                const stayed = from === to
                const on = way !== null && way.from === from && way.to === to
                if (n === 0) return <td key={to} className={stayed ? 'stay' : ''} />
                return (
                  <td key={to} className={stayed ? 'stay' : `heat${classOf(n, flowBounds)}`}>
                    <button
                      type="button"
                      className={`${stayed ? 'i3' : 's'}${on ? ' on' : ''}`}
                      aria-label={`${short(from)} → ${short(to)}: ${f.int(n)}`}
                      aria-pressed={on}
                      onClick={() => onWay({ from, to })}
                    >
                      {f.int(n)}
                    </button>
                  </td>
                )
              })}
              <td className="r">{f.int(sum(flow => flow.from === from))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('matrix.total')}</th>
            {places.map(to => (
              <td key={to} className="r">
                {f.int(sum(flow => flow.to === to))}
              </td>
            ))}
            <td className="r">{f.int(sum(() => true))}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
