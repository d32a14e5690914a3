import { cpus, platform } from 'node:os'
import { version } from 'node:process'

/** One benchmark: medians over interleaved runs; `ratio` = value / reference, both of the same run of the machine. */
export interface BenchResult {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** The same work done the way that `ours` is measured against, in the same unit. */
  readonly reference: number
  readonly ratio: number
  readonly runs: number
  readonly machine: string
}

export interface BenchPlan {
  readonly name: string
  readonly unit: string
  readonly runs: number
  /** Turns the seconds of one run into the unit shown. */
  readonly toUnit: (seconds: number) => number
  /** One run each; they answer the seconds spent on what is measured. */
  readonly ours: () => number | Promise<number>
  readonly reference: () => number | Promise<number>
}

/** Seconds that a piece of work takes. */
export const secondsOf = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new RangeError('no runs')
  return middle
}

export const machine = (): string => {
  const all = cpus()
  return `${all[0]?.model.trim() ?? 'unknown CPU'} x ${all.length}, ${platform()}, Node ${version}`
}

/** Runs both sides in turn, so that a slow spell of the machine meets both; one run of each is thrown away first. */
export const runBench = async (plan: BenchPlan): Promise<BenchResult> => {
  const ours: number[] = []
  const reference: number[] = []
  await plan.ours()
  await plan.reference()
  for (let i = 0; i < plan.runs; i++) {
    ours.push(await plan.ours())
    reference.push(await plan.reference())
  }
  const [value, against] = [plan.toUnit(median(ours)), plan.toUnit(median(reference))]
  return {
    name: plan.name,
    value,
    unit: plan.unit,
    reference: against,
    ratio: value / against,
    runs: plan.runs,
    machine: machine(),
  }
}
