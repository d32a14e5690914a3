import iconv from 'iconv-lite'

export interface Decoded {
  readonly text: string
  readonly encoding: 'UTF-8' | 'UTF-16' | 'GBK'
}

const SAMPLE = 2000

/** Without a mark, UTF-16 of tables shows as a zero in every second byte of digits and separators. */
const zerosAt = (bytes: Uint8Array, offset: 0 | 1): number => {
  let zeros = 0
  const end = Math.min(bytes.length, SAMPLE)
  for (let i = offset; i < end; i += 2) if (bytes[i] === 0) zeros++
  return zeros / Math.max(1, end / 2)
}

/** Text of a file by its mark, else by what its bytes can be; what is not UTF-8 is read as GB18030, which holds GBK. */
export const decodeText = (bytes: Uint8Array): Decoded => {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { text: utf8(bytes.subarray(3)) ?? '', encoding: 'UTF-8' }
  if ((a === 0xff && b === 0xfe) || zerosAt(bytes, 1) > 0.3)
    return { text: utf16(bytes, 'utf-16le'), encoding: 'UTF-16' }
  if ((a === 0xfe && b === 0xff) || zerosAt(bytes, 0) > 0.3)
    return { text: utf16(bytes, 'utf-16be'), encoding: 'UTF-16' }
  const text = utf8(bytes)
  return text === null
    ? { text: iconv.decode(Buffer.from(bytes), 'gb18030'), encoding: 'GBK' }
    : { text, encoding: 'UTF-8' }
}

const utf16 = (bytes: Uint8Array, name: string): string => new TextDecoder(name).decode(bytes)

const utf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
