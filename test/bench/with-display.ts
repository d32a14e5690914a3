import { startVirtualDisplay } from '../../src-main/bootstrap/display.mjs'

/** A virtual screen where there is one, so that no desktop of somebody's is measured or disturbed. */
export const withDisplay = async <T>(work: () => Promise<T>): Promise<T> => {
  if (process.platform !== 'linux') return work()
  const before = { DISPLAY: process.env['DISPLAY'], WAYLAND_DISPLAY: process.env['WAYLAND_DISPLAY'] }
  const screen = await startVirtualDisplay()
  Object.assign(process.env, { DISPLAY: screen.display, WAYLAND_DISPLAY: '' })
  try {
    return await work()
  } finally {
    screen.stop()
    for (const [name, value] of Object.entries(before))
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  }
}
