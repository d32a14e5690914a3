import { useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'

const FIRST = '[role="radio"][aria-checked="true"], input, textarea, select'

/** A form that is opened beside a list takes the focus, and gives it back to where it was when it goes. */
export const useTakeFocus = <E extends HTMLElement>(): RefObject<E | null> => {
  const form = useRef<E>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    const here = form.current
    here?.querySelector<HTMLElement>(FIRST)?.focus()
    return () => {
      if (!here?.contains(document.activeElement)) return
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus()
    }
  }, [])
  return form
}
