import { parentPort, workerData } from 'node:worker_threads'
import { connect } from './connect.ts'
import type { LogThreadOptions, ToLogThread } from './log-messages.ts'

// A program of its own: moves the log of a database into its file while the engine's thread writes the pages that follow.
const port = parentPort
if (port === null) throw new Error('the log thread is started by the engine')
const { path, key } = workerData as LogThreadOptions
const db = connect(path, key)
key.fill(0)

port.on('message', (message: ToLogThread) => {
  if (message === 'end') {
    db.close()
    port.close()
    return
  }
  // waits for nobody and nobody waits for it
  db.pragma('wal_checkpoint(PASSIVE)')
  port.postMessage('moved')
})
