import { useLayoutEffect, useRef } from 'react'
import { makeStore } from './store.ts'

/** One key of the screen. `keys` are alternatives as `Ctrl P`, `J`, `Esc`; without `run` it is only told in the status bar. */
export type KeyBinding = {
  readonly keys: readonly string[]
  readonly label: string
  readonly run?: (key: string) => void
  /** Left out of the status bar. */
  readonly quiet?: boolean
}

type Layer = { readonly id: number; readonly told: string; readonly bindings: readonly KeyBinding[] }

export const keyLayers = makeStore<readonly Layer[]>([])
let lastId = 0

const named: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  ' ': 'Space',
}

export const keyName = (event: KeyboardEvent): string => {
  const base = named[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key)
  return `${event.ctrlKey || event.metaKey ? 'Ctrl ' : ''}${event.altKey ? 'Alt ' : ''}${base}`
}

const inField = (event: KeyboardEvent): boolean => {
  const target = event.target
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

const onDialogue = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null

/** The newest layer answers first; single letters and arrows only outside fields. */
export const dispatchKey = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.isComposing) return
  const name = keyName(event)
  const bare = !event.ctrlKey && !event.metaKey && !event.altKey && !/^F\d/.test(event.key) && event.key !== 'Escape'
  if ((bare && inField(event)) || onDialogue()) return
  if (bare && event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('button,a,summary'))
    return
  for (const layer of keyLayers.get().toReversed()) {
    const hit = layer.bindings.find(b => b.run && b.keys.includes(name))
    if (!hit?.run) continue
    event.preventDefault()
    hit.run(name)
    return
  }
}

/** Declares the keys of a part while it is on screen: from its first paint on, so that no early key goes to the part before. */
export const useKeys = (bindings: readonly KeyBinding[]): void => {
  const latest = useRef(bindings)
  useLayoutEffect(() => {
    latest.current = bindings
  })
  const told = bindings.map(b => `${b.keys.join(',')}:${b.label}:${b.run ? 1 : 0}${b.quiet ? 1 : 0}`).join('|')
  useLayoutEffect(() => {
    const id = ++lastId
    const layer = latest.current.map((b, i) => ({
      ...b,
      ...(b.run ? { run: (key: string) => latest.current[i]?.run?.(key) } : {}),
    }))
    keyLayers.set([...keyLayers.get(), { id, told, bindings: layer }])
    return () => keyLayers.set(keyLayers.get().filter(l => l.id !== id))
  }, [told])
}
