import { readFileSync } from 'node:fs'
import { screen, type Rectangle } from 'electron'
import { z } from 'zod/mini'
import { placesFile } from './places.ts'
import type { WindowPlace } from './window.ts'

const Place = z.object({
  /** Made at random; what the window shows is kept under it inside the encrypted book. */
  name: z.string().check(z.regex(/^[\w-]{1,40}$/)),
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }),
  maximised: z.boolean(),
})
const Places = z.array(Place).check(z.maxLength(8))

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
    const places = Places.parse(JSON.parse(readFileSync(placesFile(home), 'utf8')))
    if (places.length > 0) return places.map(p => ({ ...p, bounds: visible(p.bounds) ? p.bounds : null }))
  } catch {
    // First start, or a file that somebody edited: one window at the usual place.
  }
  return [{ name: 'first', bounds: null, maximised: false }]
}
