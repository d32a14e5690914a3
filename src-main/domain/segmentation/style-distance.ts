import type { Style } from '../../model/levels.ts'
import type { SegmentPack, StyleFigure } from '../../model/segment-pack.ts'
import { figuresUsed, pickStyle, scoresOf, styles, type StyleFigures } from './style-scores.ts'

export interface StyleChange {
  readonly figure: StyleFigure
  readonly from: number
  readonly to: number
  readonly delta: number
}

export interface StyleDistance {
  readonly kind: 'style'
  readonly to: Style
  /** Points the target style is behind the present one; negative when it leads but hysteresis holds the client. */
  readonly points: number
  /** Each is enough alone, the others unchanged. */
  readonly changes: readonly StyleChange[]
  /** When no single change is enough: these together are. */
  readonly together: readonly StyleChange[]
}

const whole = new Set<StyleFigure>(['tradeDays', 'classes', 'advisory'])
const shares = new Set<StyleFigure>(['equityShare', 'wealthShare', 'cashShare', 'topClassShare'])

const boundsOf = (figure: StyleFigure): readonly [number, number] =>
  figure === 'advisory' || shares.has(figure)
    ? [0, 1]
    : figure === 'classes'
      ? [0, 5]
      : figure === 'tradeDays'
        ? [0, 366]
        : [0, Infinity]

const step = (figure: StyleFigure): number => (whole.has(figure) ? 1 : 0.0001)

/** Scores are straight lines in one figure between these points. */
const breakpoints = (figure: StyleFigure, pack: SegmentPack): readonly number[] => {
  const [low, high] = boundsOf(figure)
  const marks = styles.flatMap(style =>
    pack.style.scores[style].filter(p => p.figure === figure).flatMap(p => [p.zero, p.full]),
  )
  return [...new Set([low, ...marks, ...(high === Infinity ? [] : [high])])]
    .filter(x => x >= low && x <= high)
    .toSorted((a, b) => a - b)
}

/** Nearest value in one direction at which `wins` holds, to the figure's step; null when none does. */
const nearest = (
  figure: StyleFigure,
  from: number,
  points: readonly number[],
  wins: (value: number) => boolean,
): number | null => {
  let failing = from
  for (const point of points) {
    if (!wins(point)) {
      failing = point
      continue
    }
    const sign = point > failing ? 1 : -1
    let near = 0
    let far = Math.max(1, Math.ceil(Math.abs(point - failing) / step(figure)))
    while (far - near > 1) {
      const middle = Math.floor((near + far) / 2)
      if (wins(failing + sign * middle * step(figure))) far = middle
      else near = middle
    }
    const found = failing + sign * far * step(figure)
    const rounded = whole.has(figure) ? found : Math.round(found * 10000) / 10000
    if (wins(rounded)) return rounded
    return wins(found) && Math.abs(found - failing) < Math.abs(point - failing) ? found : point
  }
  return null
}

/**
 * What moves a client from one style to another: for every figure of the scores the nearest value at which the
 * target wins, the others held; if none can alone, the figures pushed to their best one after another until it does.
 * Found by walking the break points of the piecewise linear scores and halving within the piece (steps of 0.0001, or 1
 * for counts).
 */
export const styleDistance = (figures: StyleFigures, from: Style, to: Style, pack: SegmentPack): StyleDistance => {
  const scores = scoresOf(figures, pack)
  const picked = (f: StyleFigures): Style => pickStyle(scoresOf(f, pack), from, pack)
  const changes: StyleChange[] = []
  for (const figure of figuresUsed(pack)) {
    const now = figures[figure]
    const wins = (value: number): boolean => picked({ ...figures, [figure]: value }) === to
    const points = breakpoints(figure, pack)
    const candidates = [
      nearest(
        figure,
        now,
        points.filter(p => p > now),
        wins,
      ),
      nearest(figure, now, points.filter(p => p < now).toReversed(), wins),
    ].filter(v => v !== null)
    const best = candidates.toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now))[0]
    if (best !== undefined) changes.push({ figure, from: now, to: best, delta: best - now })
  }
  return {
    kind: 'style',
    to,
    points: scores[from] - scores[to],
    changes,
    together: changes.length > 0 ? [] : pushTogether(figures, to, picked, pack),
  }
}

const pushTogether = (
  figures: StyleFigures,
  to: Style,
  picked: (f: StyleFigures) => Style,
  pack: SegmentPack,
): readonly StyleChange[] => {
  const lead = (f: StyleFigures): number => {
    const scores = scoresOf(f, pack)
    return scores[to] - Math.max(...styles.filter(s => s !== to).map(s => scores[s]))
  }
  let pushed = figures
  const done = new Map<StyleFigure, number>()
  const open = new Set(figuresUsed(pack))
  while (picked(pushed) !== to && open.size > 0) {
    const best = [...open]
      .flatMap(figure => breakpoints(figure, pack).map(value => ({ figure, value })))
      .map(o => ({ ...o, gain: lead({ ...pushed, [o.figure]: o.value }) }))
      .toSorted((a, b) => b.gain - a.gain)[0]
    if (best === undefined) break
    open.delete(best.figure)
    if (best.value === figures[best.figure]) continue
    const before = pushed
    pushed = { ...pushed, [best.figure]: best.value }
    done.set(best.figure, best.value)
    if (picked(pushed) !== to) continue
    const enough = nearest(
      best.figure,
      figures[best.figure],
      [best.value],
      value => picked({ ...before, [best.figure]: value }) === to,
    )
    done.set(best.figure, enough ?? best.value)
  }
  if (picked(pushed) !== to) return []
  return [...done].map(([figure, value]) => ({
    figure,
    from: figures[figure],
    to: value,
    delta: value - figures[figure],
  }))
}
