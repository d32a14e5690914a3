import type { Readable } from 'node:stream'
import iconv from 'iconv-lite'

/** Bytes that can be read from their beginning any number of times. */
export interface ByteSource {
  readonly bytes: number
  open(): Promise<Readable>
}

export type Encoding = 'UTF-8' | 'UTF-16' | 'GBK'

export interface TextSource {
  readonly encoding: Encoding
  /** Pieces of text with the part of the bytes that they end at. */
  text(): AsyncGenerator<{ readonly text: string; readonly share: number }>
}

const SAMPLE = 2000

/** Without a mark, UTF-16 of tables shows as a zero in every second byte of digits and separators. */
const zerosAt = (bytes: Uint8Array, offset: 0 | 1): number => {
  let zeros = 0
  const end = Math.min(bytes.length, SAMPLE)
  for (let i = offset; i < end; i += 2) if (bytes[i] === 0) zeros++
  return zeros / Math.max(1, end / 2)
}

/** The decoder that the first bytes ask for; null when only the whole can tell UTF-8 from GBK. */
const byMark = (bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null => {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if ((a === 0xff && b === 0xfe) || zerosAt(bytes, 1) > 0.3) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || zerosAt(bytes, 0) > 0.3) return 'utf-16be'
  return null
}

const firstOf = async (source: ByteSource): Promise<Uint8Array> => {
  const stream = await source.open()
  try {
    for await (const chunk of stream) return chunk as Buffer
    return new Uint8Array()
  } finally {
    stream.destroy()
  }
}

const isUtf8 = async (source: ByteSource): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const stream = await source.open()
  try {
    for await (const chunk of stream) {
      try {
        decoder.decode(chunk as Buffer, { stream: true })
      } catch {
        return false
      }
    }
  } finally {
    stream.destroy()
  }
  try {
    decoder.decode()
    return true
  } catch {
    return false
  }
}

interface Decoder {
  readonly take: (chunk: Buffer) => string
  readonly end: () => string
}

const standard = (name: string): Decoder => {
  const decoder = new TextDecoder(name)
  return { take: chunk => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() }
}

/** GB18030 holds GBK. */
const chinese = (): Decoder => {
  const decoder = iconv.getDecoder('gb18030')
  return { take: chunk => decoder.write(chunk), end: () => decoder.end() ?? '' }
}

/** A name in whatever an old system wrote it. */
export const chineseName = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(bytes, 'gb18030')
  }
}

/** Text of bytes by their mark, else by what they can be; what is not UTF-8 is read as GB18030. */
export const textSource = async (source: ByteSource): Promise<TextSource> => {
  const marked = byMark(await firstOf(source))
  const name = marked ?? ((await isUtf8(source)) ? 'utf-8' : null)
  return {
    encoding: name === null ? 'GBK' : name === 'utf-8' ? 'UTF-8' : 'UTF-16',
    async *text() {
      const decoder = name === null ? chinese() : standard(name)
      let read = 0
      const stream = await source.open()
      try {
        for await (const chunk of stream) {
          const bytes = chunk as Buffer
          read += bytes.length
          yield { text: decoder.take(bytes), share: source.bytes === 0 ? 1 : Math.min(1, read / source.bytes) }
        }
      } finally {
        stream.destroy()
      }
      yield { text: decoder.end(), share: 1 }
    },
  }
}
