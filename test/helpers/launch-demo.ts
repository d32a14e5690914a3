import { join } from 'node:path'
import { inject } from 'vitest'
import { copyDemoHome } from './demo-home.ts'
import { launchApp, type RunningApp } from './electron-app.ts'
import { temporaryFolder } from './temporary-folder.ts'
import './e2e-setup.ts'

/** The program on a copy of the synced demo book, in a folder that is gone afterwards. */
export async function launchDemo(): Promise<RunningApp> {
  const folder = temporaryFolder()
  const home = join(folder.path, 'home')
  await copyDemoHome(inject('demoFolder'), home)
  const running = await launchApp({ home })
  const close = async (): Promise<void> => {
    await running.close()
    folder[Symbol.dispose]()
  }
  return { ...running, close, [Symbol.asyncDispose]: close }
}
