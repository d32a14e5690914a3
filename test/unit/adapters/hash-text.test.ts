import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashText } from '../../../src-main/adapters/system/hash-text.ts'

const plain = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const textOf = fc.string({ unit: 'grapheme', maxLength: 200 })

describe('the hash of texts', () => {
  it('is the SHA-256 of their UTF-8 bytes one after another', () => {
    expect(hashText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    fc.assert(fc.property(fc.array(textOf), texts => hashText(...texts) === plain(texts.join(''))))
  })

  it('takes bytes as they are, between texts or alone', () => {
    const part = fc.record({ text: textOf, asBytes: fc.boolean() })
    fc.assert(
      fc.property(fc.array(part), parts => {
        const given = parts.map(({ text, asBytes }) => (asBytes ? Buffer.from(text) : text))
        return hashText(...given) === plain(parts.map(({ text }) => text).join(''))
      }),
    )
    const long = Buffer.alloc(70_000, 'ab')
    expect(hashText('短', long)).toBe(plain(`短${long.toString()}`))
  })

  it('covers a text of any length, and forgets the longer one before it', () => {
    const long = '适当性匹配意见😀'.repeat(100_000)
    expect(hashText('head\n', long, 'end')).toBe(plain(`head\n${long}end`))
    expect(hashText('短')).toBe(plain('短'))
  })
})
