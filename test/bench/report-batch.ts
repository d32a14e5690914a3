import { sampled, thirds, type Sample } from './batch-memory.ts'
import { machine, type BenchResult } from './bench-result.ts'
import { clicked, reportDesk } from './report-desk.ts'

/** Neither a part nor a multiple of the reports after which a page of the browser is replaced: every phase is seen. */
const EVERY = 15

const grew = (name: string, { first, last }: ReturnType<typeof thirds>): string =>
  `${name} ${first.toFixed(0)} -> ${last.toFixed(0)} MB`

/**
 * Milliseconds for one report of a batch of `count`, against single clicks for every twentieth of the same clients, all
 * from the click to the file in the book. The unit tells the memory over the batch, taken after every fifteenth report:
 * its first third against its last.
 */
export const reportBatch = async (count = 200): Promise<BenchResult & { readonly samples: readonly Sample[] }> => {
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
    const samples: Sample[] = []
    const source = { by: 'selection' as const, kind: 'account' as const, subjects: [...subjects] }
    const { id } = await client.batches.start({ source, edition: 'client', locale: 'zh-CN', onlyStale: false })
    for await (const row of await client.batches.follow({ id })) {
      if (row.made >= (samples.at(-1)?.made ?? 0) + EVERY) samples.push(sampled(row.made))
      if (row.failed > 0) throw new Error('a report of the batch failed')
      if (row.state === 'done') break
    }
    const value = (performance.now() - start) / subjects.length
    const memory = [grew('engine', thirds(samples, 'engine')), grew('browser', thirds(samples, 'browser'))].join(', ')
    const reference = (before + (await singles())) / 2
    return {
      name: 'report-batch',
      value,
      unit: `ms (${subjects.length} reports; first third -> last third: ${memory})`,
      reference,
      ratio: value / reference,
      runs: subjects.length,
      machine: machine(),
      samples,
    }
  } finally {
    await desk.synced.close()
  }
}
