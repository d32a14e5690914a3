const PAUSE = 300
const SETTLED = 50

/**
 * A list that flies by more than its own height at a time is drawn three times a second and when it comes to rest, not with
 * every frame: nobody reads such lines, and making them all would hold up the frames of the scrolling itself. It listens on
 * the element around the grid, before the grid hears of the scrolling, and tells it later. Gives the function that ends it.
 */
export const throttleFlight = (around: HTMLElement): (() => void) => {
  let drawnTop = 0
  let drawnAt = 0
  let timer: number | undefined
  const onScroll = (event: Event): void => {
    const body = event.target
    if (!(body instanceof HTMLElement) || !body.classList.contains('ag-grid-viewport')) return
    clearTimeout(timer)
    const isFar = Math.abs(body.scrollTop - drawnTop) >= body.clientHeight
    if (event.isTrusted && isFar && performance.now() - drawnAt < PAUSE) {
      event.stopPropagation()
      timer = window.setTimeout(() => body.dispatchEvent(new Event('scroll')), SETTLED)
      return
    }
    drawnTop = body.scrollTop
    drawnAt = performance.now()
  }
  around.addEventListener('scroll', onScroll, { capture: true })
  return () => {
    clearTimeout(timer)
    around.removeEventListener('scroll', onScroll, { capture: true })
  }
}
