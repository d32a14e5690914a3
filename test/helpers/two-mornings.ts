import { join } from 'node:path'
import { createEngine, stopClock } from '../../src-main/engine.ts'
import { launchApp, type RunningApp } from './electron-app.ts'
import { projectRoot } from './project-root.ts'
import { sameEverywhere } from './snapshot.ts'

/** Two mornings, each a working day after the net asset values that the demo world brings. */
const BEFORE = '2026-11-23T00:38:00.000Z'
const MORNING = '2026-11-24T00:42:00.000Z'

/** Both days of the demo world, each synced on its own morning. */
async function syncTwoDays(home: string): Promise<void> {
  stopClock(BEFORE)
  const resources = join(projectRoot, 'resources')
  const engine = createEngine({ home, resources, demo: false, keyStore: null, desktop: null })
  try {
    await engine.ready
    await engine.session.startDemo()
    await engine.session.sync()
    stopClock(MORNING)
    const end = await engine.session.sync()
    if (end.state !== 'done') throw new Error(`the second day ended as ${end.state}`)
  } finally {
    await engine.close()
    stopClock(null)
  }
}

/** The window on the second morning, whose clock stands: what it shows depends on nothing but the program. */
export async function launchSecondMorning(home: string): Promise<RunningApp> {
  await syncTwoDays(home)
  const running = await launchApp({
    home,
    args: [...sameEverywhere.args],
    env: { ...sameEverywhere.env, ADVISOR_CLOCK: MORNING },
  })
  await running.window.clock.setFixedTime(MORNING)
  await running.window.locator('[role=gridcell].cell').nth(14).waitFor({ timeout: 60_000 })
  return running
}
