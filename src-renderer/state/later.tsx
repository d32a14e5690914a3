import { lazy, Suspense } from 'react'
import type { ComponentType, ReactNode } from 'react'

const loaders = new Set<() => Promise<unknown>>()

/** Code that the first screen can do without: loaded when it is needed, or ahead of that when the window has nothing else to do. */
export const ahead = <L extends () => Promise<unknown>>(load: L): L => {
  loaders.add(load)
  return load
}

/** A part of a screen that comes when it is first shown. */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  ahead(load)
  const Part = lazy(async () => ({ default: await load() }))
  return function Later(props: Props): ReactNode {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    )
  }
}

const idle = (): Promise<void> => new Promise(resolve => requestIdleCallback(() => resolve()))

/** One after the other, in the pauses of the window, so that the first look at a screen waits for its data only. */
export const loadAhead = async (): Promise<void> => {
  for (const load of loaders) {
    await idle()
    // what cannot be loaded says so when it is opened
    await load().catch(() => undefined)
  }
}
