import type { Page } from 'playwright'
import type { RunningApp } from './electron-app.ts'

/** Another window of the running program, at a path. */
export const secondWindow = async ({ app, window }: RunningApp, path: string): Promise<Page> => {
  const opened = app.waitForEvent('window')
  await window.evaluate(to => globalThis.window.desk?.openWindow(to), path)
  return opened
}
