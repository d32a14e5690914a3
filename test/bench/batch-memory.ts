import { readFileSync } from 'node:fs'
import { processTree } from './electron-run.ts'

const KB_IN_MB = 1024

export interface Sample {
  readonly made: number
  /** This process: the engine, and with it head office and the measurement. */
  readonly engine: number
  readonly browser: number
}

/** Proportional set size, so that shared pages count once; nothing for a process that ended meanwhile. */
const megabytes = (pid: number): number => {
  try {
    const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
    return Number(pss ?? 0) / KB_IN_MB
  } catch {
    return 0
  }
}

export const sampled = (made: number): Sample => {
  const below = processTree(process.pid).filter(pid => pid !== process.pid)
  return { made, engine: megabytes(process.pid), browser: below.reduce((sum, pid) => sum + megabytes(pid), 0) }
}

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length

/** The mean of the first third of the samples against that of the last; each is noise of a hundred megabytes by itself. */
export const thirds = (samples: readonly Sample[], of: 'engine' | 'browser') => {
  const length = Math.floor(samples.length / 3)
  return {
    first: mean(samples.slice(0, length).map(each => each[of])),
    last: mean(samples.slice(-length).map(each => each[of])),
  }
}
