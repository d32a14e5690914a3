import type { Chapter } from './block.ts'
import { fitted, paginate } from './paginate.ts'

/** The first of the ways to lay the chapters that takes the fewest pages; a chapter of several ways is drawn once. */
export const fewestPages = (ways: readonly (readonly Chapter[])[]): readonly Chapter[] => {
  const drawn = new Map<Chapter, Chapter>()
  for (const chapter of ways.flat()) if (!drawn.has(chapter)) drawn.set(chapter, fitted(chapter))
  const counted = ways.map(way => way.map(chapter => drawn.get(chapter) ?? chapter))
  const pages = counted.map(way => paginate(way).length)
  return counted[pages.indexOf(Math.min(...pages))] ?? []
}
