import type { Chapter } from './block.ts'
import { fitted, paginate } from './paginate.ts'

/** The first of the ways to lay the chapters that takes the fewest pages. */
export const fewestPages = (ways: readonly (readonly Chapter[])[]): readonly Chapter[] => {
  const counted = ways.map(way => ({ way, pages: paginate(way.map(fitted)).length }))
  const least = Math.min(...counted.map(each => each.pages))
  return counted.find(each => each.pages === least)?.way ?? []
}
