import type { Store } from '../ports/store.ts'

const NAME = 'windows'
const MOST = 12

type Routes = readonly (readonly [name: string, route: string])[]

const isRoute = (each: unknown): each is readonly [string, string] =>
  Array.isArray(each) && typeof each[0] === 'string' && typeof each[1] === 'string'

const routesIn = (store: Store): Routes => {
  const body = store.read(tx => tx.kept.get(NAME))?.body
  return Array.isArray(body) ? body.filter(isRoute) : []
}

/** Where a window stood when it was last used. */
export const routeOf = (store: Store, name: string): string | null =>
  routesIn(store).find(([known]) => known === name)?.[1] ?? null

/** Keeps where a window stands; the longest unused windows are forgotten. */
export const keepRoute = (store: Store, name: string, route: string): void => {
  const others = routesIn(store).filter(([known]) => known !== name)
  const next: Routes = [[name, route], ...others].slice(0, MOST) as Routes
  store.write(tx => tx.kept.put(NAME, '', next), 'page')
}
