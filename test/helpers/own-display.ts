/** Files of the windows run side by side, each on a display of its own: focus and clipboard are one a display. */
const displays = (process.env['ADVISOR_DISPLAYS'] ?? '').split(',').filter(Boolean)
const own = displays[(Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % Math.max(1, displays.length)]
if (own !== undefined) process.env['DISPLAY'] = own
