import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import type { Page } from 'playwright'
import { PNG } from 'pngjs'
import { palettePng } from './palette-png.ts'
import { projectRoot } from './project-root.ts'

const kept = join(projectRoot, 'test', 'fixtures', 'pictures')
const wrong = join(projectRoot, '.advisor', 'pictures')
const isRenewing = process.env['RENEW_PICTURES'] === '1'

/** Letters are drawn by the same engine from the same fonts everywhere; this is for the last bit of a blended edge. */
const COLOUR = 0.12
/** Pixels that may differ within any square of 32: fewer than one figure has. */
const WINDOW = 32
const MOST = 12

const RENEW =
  'If the new look is wanted, renew the pictures with `npm run pictures:renew`, look at them, and commit them.'

/** Null where the picture is as it was, else what to do. */
export function comparePicture(name: string, shot: Buffer): string | null {
  const file = join(kept, `${name}.png`)
  const actual = PNG.sync.read(shot)
  if (isRenewing) {
    mkdirSync(kept, { recursive: true })
    writeFileSync(file, palettePng(actual))
    return null
  }
  if (!existsSync(file)) return `There is no picture ${name}. ${RENEW}`
  const expected = PNG.sync.read(readFileSync(file))
  const { width, height } = actual
  if (width !== expected.width || height !== expected.height)
    return `${name} is ${width} x ${height}, it was ${expected.width} x ${expected.height}. ${RENEW}`
  const options = { threshold: COLOUR, windowSize: WINDOW }
  const different = new PNG({ width, height })
  const most = pixelmatch(expected.data, actual.data, undefined, width, height, options)
  const paths = { now: join(wrong, `${name}.png`), difference: join(wrong, `${name}-difference.png`) }
  for (const path of Object.values(paths)) rmSync(path, { force: true })
  if (most <= MOST) return null
  pixelmatch(expected.data, actual.data, different.data, width, height, { threshold: COLOUR })
  mkdirSync(wrong, { recursive: true })
  writeFileSync(paths.now, shot)
  writeFileSync(paths.difference, PNG.sync.write(different))
  const where = `.advisor/pictures/${name}.png, and what differs in ${name}-difference.png beside it`
  return `${name} looks different: ${most} pixels of a square of ${WINDOW} (${MOST} allowed). It is now ${where}. ${RENEW}`
}

/** So many pictures in a row must be the same: one that was on its way would have come meanwhile. */
const STILL = 4

/** Waits until fonts are loaded, nothing is on its way, and pictures in a row are the same; then that picture. */
export async function stillPicture(window: Page, height = 900): Promise<Buffer> {
  await window.setViewportSize({ width: 1440, height })
  await window.mouse.move(0, 0)
  await window.evaluate(() => document.fonts.ready.then(() => undefined))
  const take = (): Promise<Buffer> => window.screenshot({ animations: 'disabled', caret: 'hide' })
  // the gallery shows a page that never ends to load; what was said a moment ago goes by itself
  const passing = (): Promise<number> => window.locator('.load:not(.gallery *), .stat .note').count()
  let before = await take()
  let same = 1
  for (let tries = 0; tries < 200; tries++) {
    // the page has had its turn to draw what was still to be drawn
    await window.evaluate(
      () => new Promise(done => requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(done)))),
    )
    const now = await take()
    same = now.equals(before) && (await passing()) === 0 ? same + 1 : 1
    if (same === STILL) return now
    before = now
  }
  throw new Error('the page does not come to rest')
}

/** What makes every computer draw the same pixels. */
export const sameEverywhere = {
  args: [
    '--font-render-hinting=none',
    '--disable-lcd-text',
    '--force-device-scale-factor=1',
    '--force-color-profile=srgb',
    '--hide-scrollbars',
  ],
  env: { TZ: 'Asia/Shanghai' },
} as const
