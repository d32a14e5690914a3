import { createRequire } from 'node:module'
import type QRCode from 'qrcode'

const load = createRequire(import.meta.url)

const QUIET = 4

/** A text as a QR code: dark modules as one path, a quiet zone of four around them as the standard asks. */
export const qrPicture = (text: string): { readonly size: number; readonly path: string } => {
  const { data, size } = (load('qrcode') as typeof QRCode).create(text, { errorCorrectionLevel: 'M' }).modules
  const runs: string[] = []
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      if (data[y * size + x] === 0) continue
      let end = x
      while (end < size && data[y * size + end] !== 0) end += 1
      runs.push(`M${x + QUIET} ${y + QUIET}h${end - x}v1h-${end - x}z`)
      x = end
    }
  return { size: size + 2 * QUIET, path: runs.join('') }
}
