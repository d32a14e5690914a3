import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine } from '../../src-main/engine.ts'
import { projectRoot } from './project-root.ts'

const resources = join(projectRoot, 'resources')

/** Syncs the demo book with its own head office into `home`, one day. */
export async function syncDemoBook(home: string): Promise<void> {
  const engine = createEngine({ home, resources, demo: false, keyStore: null, desktop: null })
  try {
    await engine.ready
    await engine.session.startDemo()
    const end = await engine.session.sync()
    if (end.state !== 'done') throw new Error(`the sync of the demo book ended as ${end.state}`)
  } finally {
    await engine.close()
  }
}

/** A data folder with the synced demo book: made once below `shared`, copied for whoever asks. */
export async function copyDemoHome(shared: string, home: string): Promise<void> {
  const made = join(shared, 'demo-home')
  if (!existsSync(made)) {
    const unfinished = `${made}.${process.pid}`
    mkdirSync(unfinished, { recursive: true })
    await syncDemoBook(unfinished)
    // another file of the run may have made it meanwhile
    if (existsSync(made)) rmSync(unfinished, { recursive: true })
    else renameSync(unfinished, made)
  }
  cpSync(made, home, { recursive: true })
}
