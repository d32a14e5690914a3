import { ensureBuilt } from './build.mjs'
import { startVirtualDisplay } from './display.mjs'
import { node24 } from './paths.mjs'
import { run, stopChildrenOnSignals } from './run.mjs'
import { fail } from './say.mjs'
import { setUp } from './set-up.mjs'

stopChildrenOnSignals()
try {
  const { electron } = await setUp({ tests: true })
  await ensureBuilt()
  // always a virtual screen where there is one: the pictures must not depend on somebody's desktop
  const screen = process.platform === 'linux' ? await startVirtualDisplay() : undefined
  const { code } = await run(node24(), ['test/screenshots.ts'], {
    env: { ADVISOR_ELECTRON: electron, ...(screen && { DISPLAY: screen.display, WAYLAND_DISPLAY: '' }) },
    show: true,
    timeoutSeconds: 1200,
  })
  screen?.stop()
  process.exitCode = code
} catch (error) {
  fail(error)
}
