import { useCallback, useEffect, useRef } from 'react'

const canHold = (part: EventTarget): part is HTMLElement =>
  part instanceof HTMLElement &&
  part.isConnected &&
  part.matches('[tabindex], a[href], button, input, select, textarea')

/** The nearest part around what has gone that can hold the focus, else the head of the screen. */
const heirOf = (around: readonly EventTarget[]): HTMLElement | null => {
  const near = around.find(canHold)
  if (near !== undefined && !(near instanceof HTMLBodyElement)) return near
  const head = document.querySelector<HTMLElement>('main h1') ?? document.querySelector('main')
  head?.setAttribute('tabindex', '-1')
  return head
}

/**
 * Focus is never lost: a new screen has it from its head on, and when what held it goes (a row settled, a tab left, a screen changed), the part around it takes it,
 * so that Tab goes on from there and a screen reader knows where it is.
 */
export const useKeepFocus = (path: string): void => {
  const before = useRef(path)
  const byKey = useRef(false)
  // what a key brought, such as Ctrl 4, is shown: Chromium takes such keys for no sign of the keyboard
  const give = useCallback((heir: HTMLElement | null): void => {
    heir?.focus({ preventScroll: true, focusVisible: byKey.current })
  }, [])
  useEffect(() => {
    const onInput = (event: Event): void => {
      byKey.current = event.type === 'keydown'
    }
    const kinds = ['keydown', 'pointerdown'] as const
    for (const kind of kinds) document.addEventListener(kind, onInput, true)
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, onInput, true)
    }
  }, [])
  useEffect(() => {
    // the first screen is not a change, and a screen that takes the focus for a field of its own keeps it
    if (before.current === path || before.current === '/') {
      before.current = path
      return
    }
    before.current = path
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) give(heirOf([]))
    })
    return () => cancelAnimationFrame(frame)
  }, [path, give])
  useEffect(() => {
    const onOut = (event: FocusEvent): void => {
      if (event.relatedTarget !== null) return
      const around = event.composedPath()
      // whoever takes the focus away on purpose has given it to another by then
      requestAnimationFrame(() => {
        const gone = event.target instanceof Node && !event.target.isConnected
        if (gone && document.activeElement === document.body) give(heirOf(around))
      })
    }
    document.addEventListener('focusout', onOut, true)
    return () => document.removeEventListener('focusout', onOut, true)
  }, [give])
}
