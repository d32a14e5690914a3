import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, type BrowserWindow, type Rectangle } from 'electron'
import { z } from 'zod'
import type { WindowPlace } from './window.ts'

const Place = z.object({
  /** Made at random; what the window shows is kept under it inside the encrypted book. */
  name: z.string().regex(/^[\w-]{1,40}$/),
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }),
  maximised: z.boolean(),
})
const file = (home: string): string => join(home, 'windows.json')

const visible = (bounds: Rectangle): boolean =>
  screen
    .getAllDisplays()
    .some(
      ({ workArea: area }) =>
        bounds.x < area.x + area.width &&
        bounds.x + bounds.width > area.x &&
        bounds.y >= area.y &&
        bounds.y < area.y + area.height,
    )

/** The windows of the last time; a place on a screen that is gone is forgotten. */
export const loadPlaces = (home: string): readonly (WindowPlace & { readonly name: string })[] => {
  try {
    const places = z
      .array(Place)
      .max(8)
      .parse(JSON.parse(readFileSync(file(home), 'utf8')))
    if (places.length > 0) return places.map(p => ({ ...p, bounds: visible(p.bounds) ? p.bounds : null }))
  } catch {
    // First start, or a file that somebody edited: one window at the usual place.
  }
  return [{ name: 'first', bounds: null, maximised: false }]
}

/** Names and places only: what a window shows never reaches this file. */
export const savePlaces = (home: string, windows: readonly BrowserWindow[]): void => {
  const places = windows.map(window => ({
    name: nameOf(window.webContents.getURL()),
    bounds: window.getNormalBounds(),
    maximised: window.isMaximized(),
  }))
  writeFileSync(file(home), JSON.stringify(places), { mode: 0o600 })
}

/** What each window shows, to be kept inside the book; the blank start is nothing to come back to. */
export const routesOf = (windows: readonly BrowserWindow[]): readonly { name: string; route: string }[] =>
  windows
    .map(({ webContents }) => webContents.getURL())
    .map(url => ({ name: nameOf(url), route: new URL(url).hash.slice(1) }))
    .filter(({ route }) => route.length > 1)

const nameOf = (url: string): string => new URL(url).searchParams.get('w') ?? 'first'
