import { crc32, deflateSync } from 'node:zlib'

const MOST = 256
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

interface Picture {
  readonly width: number
  readonly height: number
  /** Four bytes a pixel. */
  readonly data: Uint8Array
}

const chunk = (name: string, body: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(body.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/** Colours of surfaces keep their own place, however many shades the edges of letters have. */
const EXACT = 64

const distance = (a: number, b: number): number =>
  Math.abs((a >> 16) - (b >> 16)) + Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) + Math.abs((a & 255) - (b & 255))

/** The most frequent colours, then again and again the one that is farthest from all chosen: no shade is far from its own. */
const paletteOf = (
  colours: Uint32Array,
): { readonly palette: readonly number[]; readonly places: ReadonlyMap<number, number> } => {
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const ranked = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour)
  const palette: number[] = []
  const nearest = ranked.map(() => ({ place: 0, far: Number.POSITIVE_INFINITY }))
  const choose = (colour: number): void => {
    const place = palette.push(colour) - 1
    for (const [i, other] of ranked.entries()) {
      const far = distance(colour, other)
      if (far < (nearest[i]?.far ?? 0)) nearest[i] = { place, far }
    }
  }
  for (const colour of ranked.slice(0, EXACT)) choose(colour)
  while (palette.length < Math.min(MOST, ranked.length)) {
    let farthest = 0
    for (const [i, { far }] of nearest.entries()) if (far > (nearest[farthest]?.far ?? 0)) farthest = i
    choose(ranked[farthest] ?? 0)
  }
  return { palette, places: new Map(ranked.map((colour, i) => [colour, nearest[i]?.place ?? 0])) }
}

/** A PNG of at most 256 colours: a fifth of the size, the same to the eye. */
export const palettePng = ({ width, height, data }: Picture): Buffer => {
  const colours = new Uint32Array(width * height)
  for (let i = 0; i < colours.length; i++)
    colours[i] = ((data[4 * i] ?? 0) << 16) | ((data[4 * i + 1] ?? 0) << 8) | (data[4 * i + 2] ?? 0)
  const { palette, places } = paletteOf(colours)
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + x + 1] = places.get(colours[y * width + x] ?? 0) ?? 0
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const table = Buffer.from(palette.flatMap(colour => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
