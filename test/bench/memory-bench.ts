import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { machine, type BenchResult } from './bench-result.ts'

const run = promisify(execFile)
const program = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

const Measured = z.object({
  rows: z.int(),
  trades: z.int(),
  seconds: z.number(),
  peak: z.number(),
  early: z.number(),
  late: z.number(),
})

/** `sync-memory`: peak memory of the engine's process over the sync of a branch book, against the 400 MB that it may take. */
export const memoryBench = async ({
  clients = 50_000,
  tradesEach = 100,
}: { readonly clients?: number; readonly tradesEach?: number } = {}): Promise<readonly BenchResult[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-memory-'))
  const office = spawn(process.execPath, [program('branch-office.ts'), String(clients), String(tradesEach)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  try {
    const [url] = (await once(createInterface({ input: office.stdout }), 'line')) as [string]
    const { stdout } = await run(process.execPath, [program('branch-reader.ts'), join(folder, 'book.db'), url])
    const { rows, trades, seconds, peak, early, late } = Measured.parse(JSON.parse(stdout))
    const common = { runs: 1, machine: machine() }
    return [
      {
        ...common,
        name: 'sync-memory',
        value: peak,
        unit: `MB at the peak (${clients} clients, ${trades} trades, ${rows} rows in ${seconds.toFixed(0)} s)`,
        reference: 400,
        ratio: peak / 400,
      },
      {
        ...common,
        name: 'sync-memory-flat',
        value: late,
        unit: 'MB, highest of the last 30 % of the rows against that of 10 to 40 %',
        reference: early,
        ratio: late / early,
      },
    ]
  } finally {
    office.kill()
    rmSync(folder, { recursive: true })
  }
}
