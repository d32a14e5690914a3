import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../model/app-error.ts'
import type { TablePart, TableReader } from '../../services/ports/table-files.ts'
import type { FromTableThread, ToTableThread } from './table-messages.ts'

/** Beside this module in the sources, beside or above it in a built program. */
const program = (): string => {
  const names = import.meta.url.endsWith('.ts') ? ['./table-thread.ts'] : ['./table-thread.js', '../table-thread.js']
  const found = names.map(name => fileURLToPath(new URL(name, import.meta.url))).find(path => existsSync(path))
  if (found === undefined) throw new Error('the table thread is missing from this installation')
  return found
}

/** A workbook keeps its strings in memory; a larger one is refused rather than slowing the computer. */
const MOST_MB = 768

const stopped = (): AppError => new AppError('cancelled', 'reading was stopped', { hint: 'nothing was written' })

const tooLarge = (): AppError =>
  new AppError('fileUnreadable', 'the workbook is too large for this computer', {
    hint: 'save its sheets as .csv and import those',
  })

/** Messages in their order, each waited for. */
const messagesOf = (thread: Worker) => {
  const come: FromTableThread[] = []
  let wake: (() => void) | null = null
  let fault: Error | null = null
  const tell = (): void => {
    wake?.()
    wake = null
  }
  thread.on('message', (message: FromTableThread) => {
    come.push(message)
    tell()
  })
  const fail = (error: Error): void => {
    fault ??= 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error
    tell()
  }
  thread.on('error', fail)
  thread.on('exit', () => fail(stopped()))
  return async (): Promise<FromTableThread> => {
    for (;;) {
      const message = come.shift()
      if (message?.kind === 'failed') {
        const { code, message: text, where, hint } = message
        throw new AppError(code, text, { where, hint })
      }
      if (message !== undefined) return message
      if (fault !== null) throw fault
      await new Promise<void>(resolve => {
        wake = resolve
      })
    }
  }
}

/** Reads tables on a thread that is started with the first question and ended by `close`. */
export const tableReader = (): TableReader => {
  let running: { readonly thread: Worker; readonly next: () => Promise<FromTableThread> } | null = null
  let isClosed = false
  const started = () => {
    if (isClosed) throw stopped()
    if (running !== null) return running
    const thread = new Worker(program(), { resourceLimits: { maxOldGenerationSizeMb: MOST_MB } })
    thread.unref()
    running = { thread, next: messagesOf(thread) }
    return running
  }
  const ask = (message: ToTableThread): void => started().thread.postMessage(message, [])
  return {
    async heads(paths) {
      const { next } = started()
      ask({ kind: 'heads', paths })
      const answer = await next()
      if (answer.kind !== 'heads') throw new Error(`the table thread answered ${answer.kind}`)
      return answer.heads
    },
    async *rows(place): AsyncGenerator<TablePart> {
      const { next } = started()
      ask({ kind: 'rows', place })
      for (;;) {
        const answer = await next()
        if (answer.kind !== 'part') return
        yield answer.part
        ask({ kind: 'more' })
      }
    },
    close() {
      isClosed = true
      void running?.thread.terminate()
      running = null
    },
  }
}
