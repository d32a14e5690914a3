import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'

const LINUX = [
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
]
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
]

const runnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

type Surroundings = { readonly platform: NodeJS.Platform; readonly env: Readonly<Record<string, string | undefined>> }

const candidates = ({ platform, env }: Surroundings): readonly string[] => {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(r => r !== undefined)
    return roots.flatMap(root => WINDOWS.map(path => join(root, path)))
  }
  if (platform === 'darwin') return MAC
  const folders = (env['PATH'] ?? '').split(':').filter(f => f.startsWith('/'))
  return LINUX.flatMap(name =>
    [...folders, '/usr/bin', '/opt/google/chrome', '/opt/microsoft/msedge'].map(folder => join(folder, name)),
  )
}

/** Path of the office's Chrome, Edge or Chromium; null where none is installed. */
export const findBrowser = (around: Surroundings = { platform: process.platform, env: process.env }): string | null =>
  candidates(around).find(runnable) ?? null
