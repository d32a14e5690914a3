import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const locate = createRequire(import.meta.url)
const ID = 'virtual:cut-fonts.css'
/** Bumped when the cut is made in another way, so that kept cuts are made anew. */
const RECIPE = 1
const WEIGHTS = [
  [400, '400Regular'],
  [500, '500Medium'],
  [600, '600SemiBold'],
] as const
/** Above the letters that Inter has: signs such as ≤ and → come from here too, never from a font of the machine. */
const FIRST_SIGN = 0x2000

/** Signs and Chinese characters that our own texts hold: they stand on nearly every screen. */
const ownPoints = async (root: string): Promise<ReadonlySet<number>> => {
  const files = globSync(['src-renderer/**/*.{json,ts,tsx}', 'resources/**/*.json', 'src-main/**/*.ts'], { cwd: root })
  const texts = await Promise.all(files.map(file => readFile(join(root, file), 'utf8')))
  return new Set([...new Set(texts.join(''))].map(c => c.codePointAt(0) ?? 0).filter(p => p >= FIRST_SIGN))
}

/** The 3,755 characters of the first level of GB 2312, which nearly all names are written in. */
const commonPoints = (): ReadonlySet<number> => {
  const decoder = new TextDecoder('gbk')
  const rows = Array.from({ length: 40 }, (_, i) => 0xb0 + i)
  return new Set(
    rows.flatMap(row =>
      Array.from({ length: 94 }, (_, i) => decoder.decode(Uint8Array.of(row, 0xa1 + i)).codePointAt(0) ?? 0),
    ),
  )
}

const hex = (point: number): string => point.toString(16).toUpperCase()

/** As CSS says it. */
const ranges = (points: readonly number[]): string => {
  const runs: [from: number, to: number][] = []
  for (const point of points.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === point - 1) last[1] = point
    else runs.push([point, point])
  }
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join()
}

const cut = async (root: string, folder: string): Promise<void> => {
  const own = await ownPoints(root)
  const parts: readonly (readonly [name: string, points: readonly number[], range: string])[] = [
    // of two faces for a character the later one is asked
    ['common', [...commonPoints()].filter(p => p >= FIRST_SIGN && !own.has(p)), 'U+4E00-9FFF'],
    ['own', [...own], ranges([...own])],
  ]
  const key = createHash('sha256')
    .update(JSON.stringify([RECIPE, parts]))
    .digest('hex')
  const stamp = join(folder, 'stamp')
  if ((await readFile(stamp, 'utf8').catch(() => '')) === key) return
  const { default: subset } = await import('subset-font')
  await mkdir(folder, { recursive: true })
  const css: string[] = []
  for (const [weight, file] of WEIGHTS) {
    const whole = await readFile(locate.resolve(`@expo-google-fonts/noto-sans-sc/${file}/NotoSansSC_${file}.ttf`))
    for (const [name, points, range] of parts) {
      const options = {
        targetFormat: 'sfnt' as const,
        noHinting: true,
        dropTables: ['DSIG', 'STAT', 'vhea', 'vmtx', 'VORG'],
      }
      await writeFile(
        join(folder, `${name}-${weight}.ttf`),
        await subset(whole, String.fromCodePoint(...points), options),
      )
      css.push(
        `@font-face{font-family:'Noto Sans SC Cut';font-weight:${weight};src:url('./${name}-${weight}.ttf') format('truetype');unicode-range:${range}}`,
      )
    }
  }
  await writeFile(join(folder, 'cut.css'), css.join('\n'))
  await writeFile(stamp, key)
}

/**
 * Two files a weight instead of the hundred slices of the font's package: a first screen that waits for dozens of slices,
 * and a list that meets a new one with every page, stand still for a moment each time. Rare characters come from the slices.
 */
export const windowFonts = (root: string) => {
  const folder = join(root, 'out', 'cut-fonts')
  return {
    name: 'window-fonts',
    buildStart: () => cut(root, folder),
    resolveId: (id: string) => (id === ID ? join(folder, 'cut.css') : null),
  }
}
