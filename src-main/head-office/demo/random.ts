/** Seeded source of chance (sfc32); the same seed gives the same world on every machine. */
export interface Random {
  readonly next: () => number
  readonly int: (below: number) => number
  readonly between: (from: number, to: number) => number
  readonly normal: () => number
  readonly chance: (p: number) => boolean
  readonly pick: <T>(list: ArrayLike<T>) => T
}

const hash32 = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** One stream of chance for a seed and a name, so that parts of the world do not disturb each other. */
export const makeRandom = (seed: number, name: string): Random => {
  let a = hash32(`${seed}/${name}/a`)
  let b = hash32(`${seed}/${name}/b`)
  let c = hash32(`${name}/${seed}/c`)
  let d = 1
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) next()
  let spare: number | null = null
  // Marsaglia's polar method: only log and sqrt, two normals a round
  const normal = (): number => {
    if (spare !== null) {
      const z = spare
      spare = null
      return z
    }
    for (;;) {
      const u = 2 * next() - 1
      const v = 2 * next() - 1
      const s = u * u + v * v
      if (s > 0 && s < 1) {
        const m = Math.sqrt((-2 * Math.log(s)) / s)
        spare = v * m
        return u * m
      }
    }
  }
  const int = (below: number): number => Math.floor(next() * below)
  return {
    next,
    int,
    between: (from, to) => from + (to - from) * next(),
    normal,
    chance: p => next() < p,
    pick: <T>(list: ArrayLike<T>): T => {
      const item = list[int(list.length)]
      if (item === undefined) throw new Error('pick from an empty list')
      return item
    },
  }
}
