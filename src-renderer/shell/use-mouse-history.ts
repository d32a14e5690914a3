import { useEffect } from 'react'

const BACK = 3
const FORWARD = 4

/** The two side buttons of a mouse go back and forward, as in a browser. */
export const useMouseHistory = (go: (by: number) => void): void =>
  useEffect(() => {
    const turn = (event: MouseEvent): void => {
      if (event.button !== BACK && event.button !== FORWARD) return
      event.preventDefault()
      go(event.button === BACK ? -1 : 1)
    }
    window.addEventListener('mouseup', turn)
    return () => window.removeEventListener('mouseup', turn)
  }, [go])
