import { parentPort } from 'node:worker_threads'
import { AppError } from '../../model/app-error.ts'
import { tableHeads, tableRows } from './read-tables.ts'
import type { FromTableThread, ToTableThread } from './table-messages.ts'

// A program of its own: unpacks and parses files while the engine answers the screens.
const port = parentPort
if (port === null) throw new Error('the table thread is started by the engine')
const send = (message: FromTableThread): void => port.postMessage(message, [])

/** Parts that may be under way before one is taken. */
const ahead = 3

/** Counts the parts under way. */
class Room {
  #free = ahead
  #wake: (() => void) | null = null

  async take(): Promise<void> {
    while (this.#free === 0)
      await new Promise<void>(resolve => {
        this.#wake = resolve
      })
    this.#free--
  }

  give(): void {
    this.#free++
    this.#wake?.()
    this.#wake = null
  }
}

let room = new Room()

const rows = async (place: string): Promise<void> => {
  room = new Room()
  for await (const part of tableRows(place)) {
    await room.take()
    send({ kind: 'part', part })
  }
  send({ kind: 'end' })
}

const answer = async (message: Exclude<ToTableThread, { readonly kind: 'more' }>): Promise<void> => {
  try {
    if (message.kind === 'rows') await rows(message.place)
    else send({ kind: 'heads', heads: await tableHeads(message.paths) })
  } catch (cause) {
    const fault =
      cause instanceof AppError
        ? cause
        : new AppError('fileUnreadable', 'the file cannot be read', { hint: 'export it again', cause })
    send({ kind: 'failed', code: fault.code, message: fault.message, where: fault.where, hint: fault.hint })
  }
}

port.on('message', (message: ToTableThread) => {
  if (message.kind !== 'more') return void answer(message)
  room.give()
})
