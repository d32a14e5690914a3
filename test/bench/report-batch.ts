import { readdirSync, readFileSync } from 'node:fs'
import { machine, type BenchResult } from './bench-result.ts'
import { clicked, reportDesk } from './report-desk.ts'

const KB = 1024
const MB = 1e6
/** Neither a part nor a multiple of the reports after which a page of the browser is replaced: every phase is seen. */
const EVERY = 15

/** Memory of this process and all below it, browsers included: proportional set size, so that shared pages count once. */
const treeMb = (): number => {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter(each => /^\d+$/.test(each))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // ended meanwhile
    }
  }
  const isBelow = (pid: number): boolean => pid === process.pid || (pid > 1 && isBelow(parents.get(pid) ?? 0))
  let bytes = 0
  for (const pid of [...parents.keys()].filter(isBelow)) {
    try {
      const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
      bytes += Number(pss ?? 0) * KB
    } catch {
      // ended meanwhile
    }
  }
  return bytes / MB
}

/** Growth by least squares, per hundred reports. */
const slopeOf = (points: readonly { readonly made: number; readonly mb: number }[]): number => {
  const n = points.length
  const [x, y] = [points.reduce((s, p) => s + p.made, 0) / n, points.reduce((s, p) => s + p.mb, 0) / n]
  const above = points.reduce((s, p) => s + (p.made - x) * (p.mb - y), 0)
  return (above / points.reduce((s, p) => s + (p.made - x) ** 2, 0)) * 100
}

/**
 * Milliseconds for one report of a batch of `count`, against single clicks for every twentieth of the same clients, all
 * from the click to the file in the book. Memory is that of the whole tree of processes after every fifteenth report: half-way, at the
 * end, and how it grew with the reports from the first quarter on, when the caches are full.
 */
export const reportBatch = async (
  count = 200,
): Promise<BenchResult & { readonly halfwayMb: number; readonly endMb: number; readonly mbPerHundred: number }> => {
  const desk = await reportDesk()
  const { client } = desk.synced
  const subjects = desk.clients.slice(0, count)
  const sample = subjects.filter((_, i) => i % 20 === 0)
  const singles = async (): Promise<number> => {
    let seconds = 0
    for (const subject of sample) seconds += (await clicked(client, subject)).seconds
    return (seconds / sample.length) * 1000
  }
  try {
    await clicked(client, desk.subject)
    const before = await singles()
    const start = performance.now()
    const memory: { readonly made: number; readonly mb: number }[] = []
    const source = { by: 'selection' as const, kind: 'account' as const, subjects: [...subjects] }
    const { id } = await client.batches.start({ source, edition: 'client', locale: 'zh-CN', onlyStale: false })
    for await (const row of await client.batches.follow({ id })) {
      if (row.made >= (memory.at(-1)?.made ?? 0) + EVERY) memory.push({ made: row.made, mb: treeMb() })
      if (row.failed > 0) throw new Error('a report of the batch failed')
      if (row.state === 'done') break
    }
    const value = (performance.now() - start) / subjects.length
    const endMb = treeMb()
    const late = memory.filter(point => point.made >= count / 4)
    const halfwayMb = late.find(point => point.made >= count / 2)?.mb ?? endMb
    const reference = (before + (await singles())) / 2
    const common = { name: 'report-batch', unit: 'ms', runs: subjects.length, machine: machine() }
    return { ...common, value, reference, ratio: value / reference, halfwayMb, endMb, mbPerHundred: slopeOf(late) }
  } finally {
    await desk.synced.close()
  }
}
