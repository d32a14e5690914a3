import type { ReactNode } from 'react'
import type { Force } from '../../../src-main/model/report/fund/score.ts'
import { useT } from '../../i18n/i18n.ts'

const CENTRE = { x: 124, y: 90 }
const RADIUS = 68
const rings = [25, 75, 100, 50]

const at = (index: number, score: number, count: number): readonly [number, number] => {
  const angle = (index * 2 * Math.PI) / count - Math.PI / 2
  const r = (score / 100) * RADIUS
  return [CENTRE.x + r * Math.cos(angle), CENTRE.y + r * Math.sin(angle)]
}

const shape = (scores: readonly number[]): string =>
  `M${scores
    .map((s, i) =>
      at(i, s, scores.length)
        .map(n => n.toFixed(1))
        .join(' '),
    )
    .join('L')}Z`

/** Rings 25, 50, 75, 100; the dashed one is the peer median. */
export const ForceRadar = ({ forces }: { readonly forces: readonly Force[] }): ReactNode => {
  const t = useT()
  const count = forces.length
  const scores = forces.map(f => f.score.value ?? 0)
  const complete = forces.every(f => f.score.value !== null)
  return (
    <svg className="plot" width="248" height="174" viewBox="0 0 248 174" role="img" aria-label={t('forces.title')}>
      {rings.map(ring => (
        <path
          key={ring}
          d={shape(forces.map(() => ring))}
          fill="none"
          stroke={ring === 50 ? 'var(--ink3)' : ring === 100 ? 'var(--line2)' : 'var(--line)'}
          strokeDasharray={ring === 50 ? '2 2' : undefined}
        />
      ))}
      {forces.map((force, i) => {
        const [x, y] = at(i, 100, count)
        const [tx, ty] = at(i, 112, count)
        const anchor = Math.abs(tx - CENTRE.x) < 4 ? 'middle' : tx > CENTRE.x ? 'start' : 'end'
        return (
          <g key={force.id}>
            <path d={`M${CENTRE.x} ${CENTRE.y}L${x} ${y}`} stroke="var(--line)" />
            <text x={tx} y={ty + (i === 0 ? -2 : 6)} textAnchor={anchor} style={{ fill: 'var(--ink2)' }}>
              {t(`force.${force.id}`)}
            </text>
          </g>
        )
      })}
      {complete && (
        <path
          d={shape(scores)}
          fill="var(--accent)"
          fillOpacity=".14"
          stroke="var(--accent)"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      )}
      {forces.map((force, i) => {
        if (force.score.value === null) return null
        const [x, y] = at(i, force.score.value, count)
        return <circle key={force.id} cx={x} cy={y} r="2.2" fill="var(--accent)" />
      })}
    </svg>
  )
}
