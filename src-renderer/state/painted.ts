import { useEffect } from 'react'

/** Leaves a mark in the page's own timeline once a part is on the screen; read by measurements only. */
export const usePainted = (name: string, ready: boolean): void =>
  useEffect(() => {
    if (!ready) return
    // the callback of a frame runs before its paint, the task after it follows the paint
    const frame = requestAnimationFrame(() => setTimeout(() => performance.mark(name)))
    return () => cancelAnimationFrame(frame)
  }, [name, ready])
