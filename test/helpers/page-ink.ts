import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'

const DPI = 72
const px = (mm: number): number => Math.round((mm * DPI) / 25.4)
const PAPER = 235

/** Every page of a file as a grey picture of 72 dpi, by poppler. */
export const rasterised = (folder: string, pdf: Uint8Array): readonly PNG[] => {
  const file = join(folder, 'pages.pdf')
  writeFileSync(file, pdf)
  execFileSync('pdftoppm', ['-r', String(DPI), '-gray', '-png', file, join(folder, 'sheet')])
  const names = readdirSync(folder)
    .filter(name => name.startsWith('sheet'))
    .toSorted()
  return names.map(name => {
    const path = join(folder, name)
    const picture = PNG.sync.read(readFileSync(path))
    rmSync(path)
    return picture
  })
}

type Area = readonly [left: number, top: number, right: number, bottom: number]

/** Share of an area, in mm of A4, that is not paper. */
const inkOf = ({ width, height, data }: PNG, [left, top, right, bottom]: Area): number => {
  let ink = 0
  let all = 0
  for (let y = px(top); y < Math.min(px(bottom), height); y++)
    for (let x = px(left); x < Math.min(px(right), width); x++) {
      all += 1
      if ((data[(y * width + x) * 4] ?? 255) < PAPER) ink += 1
    }
  return ink / Math.max(1, all)
}

/** Margins of 16 mm, header rule at 16.5, body from 17.2, notes to 276.5, footer from 279.2 to 288.5. */
const EMPTY = {
  'left margin': [0, 0, 15.5, 297],
  'right margin': [194.5, 0, 210, 297],
  'above the header': [0, 0, 210, 10.5],
  'between body and footer': [0, 277.2, 210, 278.6],
  'below the footer': [0, 289.5, 210, 297],
} as const satisfies Readonly<Record<string, Area>>

const INKED = {
  header: [16, 10.5, 194, 17],
  body: [16, 18, 194, 276],
  footer: [16, 278.6, 194, 289],
} as const satisfies Readonly<Record<string, Area>>

export const inkFaults = (page: PNG): readonly string[] => [
  ...Object.entries(EMPTY).flatMap(([name, area]) => (inkOf(page, area) > 0 ? [`ink in ${name}`] : [])),
  ...Object.entries(INKED).flatMap(([name, area]) => (inkOf(page, area) < 0.002 ? [`no ink in ${name}`] : [])),
]

/** Kind, embedded and subset of each font, as pdffonts tells them. */
export const fontLines = (folder: string, pdf: Uint8Array): readonly string[] => {
  const file = join(folder, 'pages.pdf')
  writeFileSync(file, pdf)
  const lines = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2)
  return lines.map(
    line =>
      /(CID TrueType|TrueType|Type \S+(?: \S+)?)\s.*?\s(yes|no)\s+(yes|no)\s+(?:yes|no)/
        .exec(line)
        ?.slice(1)
        .join(' ') ?? line,
  )
}
