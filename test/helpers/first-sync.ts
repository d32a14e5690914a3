import type { Page } from 'playwright'

/** Waits until the demo book has arrived completely; says at once when the sync has stopped instead. */
export async function firstSyncDone(window: Page, seconds = 900): Promise<void> {
  const state = window.locator('a[href="#/sync"][aria-live]')
  const end = state.filter({ hasText: /已同步|同步中断/ })
  await end.waitFor({ timeout: seconds * 1000 })
  const text = await state.innerText()
  if (text.includes('中断')) throw new Error(`the first sync has stopped: ${text}`)
}

export const openScreen = async (window: Page, path: string): Promise<void> => {
  await window.evaluate(hash => {
    location.hash = hash
  }, path)
}
