import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { sealing } from '../../../src-main/adapters/system/sealing.ts'
import { keepAnswers, stampOf, takeAnswers, type SecretKeeper } from '../../../src-main/electron/answers-file.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const secret = sealing.randomBytes(32)
const keeper: SecretKeeper = {
  isReal: () => true,
  wrap: plain => sealing.seal(secret, plain, 'keystore'),
  unwrap: wrapped => sealing.open(secret, wrapped, 'keystore') ?? new Uint8Array(32),
}
const none: SecretKeeper = { ...keeper, isReal: () => false }

const first = { answers: { 'matrix.view {}': '{"who":"陆致远"}' }, until: '2026-11-28T16:00:00.000Z', demo: false }
const text = JSON.stringify(first.answers)
const morning = '2026-11-28T01:00:00.000Z'

describe('the answers for the next start', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let home = ''
  const program = (): string => join(folder.path, 'engine.js')
  const pack = (): string => join(folder.path, 'rule-packs', 'segments', '2026.json')
  const stamp = (): string => stampOf(home, folder.path, [program()])
  const file = (): string => join(home, 'first-answers.json')

  beforeEach(() => {
    folder = temporaryFolder()
    home = join(folder.path, 'home')
    mkdirSync(home)
    mkdirSync(join(folder.path, 'rule-packs', 'segments'), { recursive: true })
    for (const path of [join(home, 'book.db'), join(home, 'vault.json'), program(), pack()]) writeFileSync(path, 'one')
    keepAnswers(home, first, stamp(), keeper)
  })
  afterEach(() => folder[Symbol.dispose]())

  it('are given to one start, and are gone after it', () => {
    expect(takeAnswers(home, stamp(), morning, keeper)).toBe(text)
    expect(existsSync(file())).toBe(false)
    expect(takeAnswers(home, stamp(), morning, keeper)).toBeNull()
  })

  it('lie sealed, for this account only', () => {
    const lying = readFileSync(file(), 'utf8')
    expect(lying).not.toContain('陆致远')
    expect(Buffer.from(JSON.parse(lying).sealed, 'base64').toString('utf8')).not.toContain('matrix.view')
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600)
    // the keystore of another account gives another key
    expect(takeAnswers(home, stamp(), morning, { ...keeper, unwrap: () => sealing.randomBytes(32) })).toBeNull()
  })

  it('are nothing once another day began', () => {
    expect(takeAnswers(home, stamp(), first.until, keeper)).toBeNull()
    expect(existsSync(file())).toBe(false)
    // nor when the clock was put back to the day before
    keepAnswers(home, first, stamp(), keeper)
    expect(takeAnswers(home, stamp(), '2026-11-27T15:59:59.000Z', keeper)).toBeNull()
  })

  it.each([
    ['the book was written', () => writeFileSync(join(home, 'book.db'), 'two')],
    ['the book has the same length but another time', () => utimesSync(join(home, 'book.db'), 1, 1)],
    ['something is in its log', () => writeFileSync(join(home, 'book.db-wal'), 'two')],
    ['its key was changed', () => writeFileSync(join(home, 'vault.json'), 'other')],
    ['the program is another', () => writeFileSync(program(), 'other')],
    ['a rule pack is another', () => writeFileSync(pack(), 'other')],
    ['a rule pack was added', () => writeFileSync(join(folder.path, 'rule-packs', '2027.json'), '{}')],
  ])('are nothing when %s', (_, change) => {
    change()
    expect(takeAnswers(home, stamp(), morning, keeper)).toBeNull()
    expect(existsSync(file())).toBe(false)
  })

  it('cannot be made to fit a book that they do not belong to, nor another day', () => {
    const sealed = JSON.parse(readFileSync(file(), 'utf8'))
    writeFileSync(join(home, 'book.db'), 'another book')
    writeFileSync(file(), JSON.stringify({ ...sealed, stamp: stamp() }))
    expect(takeAnswers(home, stamp(), morning, keeper)).toBeNull()
    keepAnswers(home, first, stamp(), keeper)
    const next = JSON.parse(readFileSync(file(), 'utf8'))
    writeFileSync(file(), JSON.stringify({ ...next, until: '2026-11-29T16:00:00.000Z' }))
    expect(takeAnswers(home, stamp(), '2026-11-29T01:00:00.000Z', keeper)).toBeNull()
  })

  it.each(['', '{', '[]', '{"stamp":1}'])('are nothing in a file that holds %j', content => {
    writeFileSync(file(), content)
    expect(takeAnswers(home, stamp(), morning, keeper)).toBeNull()
    expect(existsSync(file())).toBe(false)
  })

  it('are not kept of a real book where the computer has no keystore, but of the demo world', () => {
    takeAnswers(home, stamp(), morning, keeper)
    keepAnswers(home, first, stamp(), none)
    expect(readdirSync(home)).not.toContain('first-answers.json')
    keepAnswers(home, { ...first, demo: true }, stamp(), none)
    expect(takeAnswers(home, stamp(), morning, none)).toBe(text)
  })
})
