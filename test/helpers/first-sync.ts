import type { Page } from 'playwright'

/** Waits until the demo book has arrived completely; says at once when the sync has stopped instead. */
export async function firstSyncDone(window: Page, seconds = 900): Promise<void> {
  const state = window.locator('a[href="#/sync"][aria-live]')
  const end = state.filter({ hasText: /已同步|同步中断/ })
  await end.waitFor({ timeout: seconds * 1000 })
  const text = await state.innerText()
  if (text.includes('中断')) throw new Error(`the first sync has stopped: ${text}`)
}

/** Goes to a screen and waits until it is the one that stands there, so that nothing is done on the screen before it. */
export const openScreen = async (window: Page, path: string): Promise<void> => {
  // a start-up that is still choosing its first screen would go there instead
  await window.locator('main:not([data-path="/"])').first().waitFor()
  await window.evaluate(hash => {
    location.hash = hash
  }, path)
  await window.waitForFunction(() => {
    const main = document.querySelector<HTMLElement>('main[data-path]')
    return main === null || main.dataset.path === location.hash.slice(1).split('?')[0]
  })
}
