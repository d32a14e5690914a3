import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { LogThreadOptions, ToLogThread } from './log-messages.ts'

/** A log below this is not worth a thread: the best clients of a first sync are here before it begins. */
const WORTH = 24 << 20
/** Writes between two moves: what is moved later is often moved once instead of twice. */
const WRITES = 16

/** Beside this module in the sources, beside or above it in a built program. */
const program = (): string => {
  const names = import.meta.url.endsWith('.ts') ? ['./log-thread.ts'] : ['./log-thread.js', '../log-thread.js']
  const found = names.map(name => fileURLToPath(new URL(name, import.meta.url))).find(path => existsSync(path))
  if (found === undefined) throw new Error('the log thread is missing from this installation')
  return found
}

export interface LogKeeper {
  /** After each write. */
  wrote(): void
  /** The thread and its connection are gone. */
  end(): Promise<void>
}

/**
 * Moves the log of a database into its file on a thread of its own, so that whoever writes much need not stop for it. Where the
 * thread fails the writer's own connection does its work.
 */
export const logKeeper = (path: string, rawKey: Uint8Array): LogKeeper => {
  let thread: Worker | null = null
  let ended: Promise<void> | null = null
  let isMoving = false
  let writes = 0

  const started = (): Worker => {
    const key = Uint8Array.from(rawKey)
    const workerData: LogThreadOptions = { path, key }
    const worker = new Worker(program(), {
      workerData,
      transferList: [key.buffer],
    })
    worker.unref()
    worker.on('message', () => {
      isMoving = false
    })
    // no more is asked of it: the log is moved by the writer
    worker.on('error', () => undefined)
    ended = new Promise(resolve => void worker.once('exit', () => resolve()))
    return worker
  }
  const ask = (message: ToLogThread): void => thread?.postMessage(message, [])
  return {
    wrote() {
      writes++
      if (isMoving || writes < WRITES) return
      const log = `${path}-wal`
      if (!existsSync(log) || statSync(log).size < WORTH) return
      writes = 0
      isMoving = true
      try {
        thread ??= started()
        ask('move')
      } catch {
        // what was written is written; no more is asked of a thread that cannot be started
        thread = null
      }
    },
    async end() {
      // from here on somebody waits for it
      thread?.ref()
      ask('end')
      await ended
    },
  }
}
