import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** The line that `head-office --ready` prints when it listens. */
export const ReadyLine = z.object({
  ready: z.literal(true),
  url: z.string(),
  code: z.string(),
  book: z.string(),
  rows: z.int(),
  seconds: z.number(),
})
export type ReadyLine = z.infer<typeof ReadyLine>

export interface SpawnOptions {
  readonly seed?: number
  readonly clients?: number
  readonly scale?: number
  readonly marketSize?: number
  readonly databaseUrl?: string
  /** The program to run; found next to this module when not given. */
  readonly entry?: string
  readonly log?: (line: string) => void
  /** Leaves the processors to whoever else wants them: a real head office takes none of this computer. */
  readonly givesWay?: boolean
  readonly signal?: AbortSignal
}

export interface SpawnedHeadOffice {
  readonly url: string
  readonly code: string
  readonly book: string
  readonly rows: number
  readonly pid: number
  readonly alive: () => boolean
  readonly enrolCode: () => Promise<string>
  readonly advanceDay: () => Promise<number>
  readonly close: () => Promise<void>
}

const findEntry = (): string => {
  const places = ['./main.ts', './head-office.js', '../head-office.js'].map(p =>
    fileURLToPath(new URL(p, import.meta.url)),
  )
  const own = import.meta.url.endsWith('.ts') ? places.slice(0, 1) : places.slice(1)
  const found = own.find(p => existsSync(p))
  if (found === undefined) throw new Error(`The head office program is missing; looked for ${own.join(', ')}`)
  return found
}

const Reply = z.object({ reply: z.int(), value: z.unknown().optional(), error: z.string().optional() })

/** On two cores the collector's own threads take time from the reader: a page costs a third less without them. */
const collector = ['--single-threaded-gc'] as const

const stop = (child: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve()
      return
    }
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

/** A demo head office in a process of its own, under plain Node or under Electron acting as Node. */
export const spawnDemoHeadOffice = async (options: SpawnOptions = {}): Promise<SpawnedHeadOffice> => {
  const flags = Object.entries({
    seed: options.seed,
    clients: options.clients,
    scale: options.scale,
    'market-size': options.marketSize,
    database: options.databaseUrl,
  })
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn(
    process.execPath,
    [...collector, options.entry ?? findEntry(), '--demo', '--ready', '--port', '0', ...flags],
    {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    },
  )
  if (options.givesWay === true && child.pid !== undefined)
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  const trouble: string[] = []
  createInterface({ input: child.stderr }).on('line', line => {
    trouble.push(line)
    if (trouble.length > 20) trouble.shift()
    options.log?.(line)
  })
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const ready = await new Promise<ReadyLine>((resolve, reject) => {
    const failed = (why: string): void => {
      const error = new Error(`The demo head office ${why}. ${trouble.join(' ')}`.trim())
      reject(error)
      for (const w of waiting.values()) w.reject(error)
      waiting.clear()
    }
    child.once('error', error => failed(`did not start: ${error.message}`))
    child.once('exit', code => failed(`ended with code ${code}`))
    createInterface({ input: child.stdout }).on('line', line => {
      let value: unknown
      try {
        value = JSON.parse(line)
      } catch {
        return
      }
      const first = ReadyLine.safeParse(value)
      if (first.success) resolve(first.data)
      const reply = Reply.safeParse(value)
      if (!reply.success) return
      const asked = waiting.get(reply.data.reply)
      waiting.delete(reply.data.reply)
      if (reply.data.error === undefined) asked?.resolve(reply.data.value)
      else asked?.reject(new Error(reply.data.error))
    })
  })
  const alive = (): boolean => child.exitCode === null && child.signalCode === null
  // A process that died is reported by `exit`
  child.stdin.on('error', () => undefined)
  let asked = 0
  const ask = (command: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (!alive()) {
        reject(new Error('The demo head office has ended.'))
        return
      }
      asked++
      waiting.set(asked, { resolve, reject })
      child.stdin.write(`${JSON.stringify({ ask: asked, command })}\n`)
    })
  return {
    url: ready.url,
    code: ready.code,
    book: ready.book,
    rows: ready.rows,
    pid: child.pid ?? 0,
    alive,
    enrolCode: async () => String(await ask('enrolCode')),
    advanceDay: async () => Number(await ask('advanceDay')),
    close: () => stop(child),
  }
}
