import { ensureBuilt } from './build.mjs'
import { startVirtualDisplay } from './display.mjs'
import { stopChildrenOnSignals } from './run.mjs'
import { fail } from './say.mjs'
import { setUp } from './set-up.mjs'
import { runVitest } from './vitest-run.mjs'

stopChildrenOnSignals()
try {
  const { electron } = await setUp({ tests: true })
  await ensureBuilt()
  const screen = await startVirtualDisplay()
  const env = {
    ADVISOR_ELECTRON: electron,
    ELECTRON_EXEC_PATH: electron,
    RENEW_PICTURES: '1',
    ...(screen && { DISPLAY: screen.display, WAYLAND_DISPLAY: '' }),
  }
  const { failed } = await runVitest('e2e', { env, filters: ['test/e2e/gallery.test.ts', 'test/e2e/pictures.test.ts'] })
  screen?.stop()
  process.exitCode = failed === 0 ? 0 : 1
} catch (error) {
  fail(error)
}
