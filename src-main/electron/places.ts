import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'

export const placesFile = (home: string): string => join(home, 'windows.json')

/** Names and places only: what a window shows never reaches this file. */
export const savePlaces = (home: string, windows: readonly BrowserWindow[]): void => {
  const places = windows.map(window => ({
    name: nameOf(window.webContents.getURL()),
    bounds: window.getNormalBounds(),
    maximised: window.isMaximized(),
  }))
  writeFileSync(placesFile(home), JSON.stringify(places), { mode: 0o600 })
}

/** What each window shows, to be kept inside the book; the blank start is nothing to come back to. */
export const routesOf = (windows: readonly BrowserWindow[]): readonly { name: string; route: string }[] =>
  windows
    .map(({ webContents }) => webContents.getURL())
    .map(url => ({ name: nameOf(url), route: new URL(url).hash.slice(1) }))
    .filter(({ route }) => route.length > 1)

const nameOf = (url: string): string => new URL(url).searchParams.get('w') ?? 'first'
