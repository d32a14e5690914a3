import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { keepAnswers, stampOf, takeAnswers } from '../../../src-main/electron/answers-file.ts'
import { fakeKeyStore } from '../../helpers/fake-key-store.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const account = fakeKeyStore()
const none = { ...account, isReal: () => Promise.resolve(false) }

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

  beforeEach(async () => {
    folder = temporaryFolder()
    home = join(folder.path, 'home')
    mkdirSync(home)
    mkdirSync(join(folder.path, 'rule-packs', 'segments'), { recursive: true })
    for (const path of [join(home, 'book.db'), join(home, 'vault.json'), program(), pack()]) writeFileSync(path, 'one')
    await keepAnswers(home, first, stamp(), account)
  })
  afterEach(() => folder[Symbol.dispose]())

  it('are given to one start, and are gone after it', async () => {
    expect(await takeAnswers(home, stamp(), morning, account)).toBe(text)
    expect(existsSync(file())).toBe(false)
    expect(await takeAnswers(home, stamp(), morning, account)).toBeNull()
  })

  it('lie sealed, for this account only', async () => {
    const lying = readFileSync(file(), 'utf8')
    expect(lying).not.toContain('陆致远')
    expect(Buffer.from(JSON.parse(lying).sealed, 'base64').toString('utf8')).not.toContain('matrix.view')
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600)
    // that of another account does not give the key
    expect(await takeAnswers(home, stamp(), morning, fakeKeyStore())).toBeNull()
  })

  it('are nothing once another day began', async () => {
    expect(await takeAnswers(home, stamp(), first.until, account)).toBeNull()
    expect(existsSync(file())).toBe(false)
    // nor when the clock was put back to the day before
    await keepAnswers(home, first, stamp(), account)
    expect(await takeAnswers(home, stamp(), '2026-11-27T15:59:59.000Z', account)).toBeNull()
  })

  it.each([
    ['the book was written', () => writeFileSync(join(home, 'book.db'), 'two')],
    ['the book has the same length but another time', () => utimesSync(join(home, 'book.db'), 1, 1)],
    ['something is in its log', () => writeFileSync(join(home, 'book.db-wal'), 'two')],
    ['its key was changed', () => writeFileSync(join(home, 'vault.json'), 'other')],
    ['the program is another', () => writeFileSync(program(), 'other')],
    ['a rule pack is another', () => writeFileSync(pack(), 'other')],
    ['a rule pack was added', () => writeFileSync(join(folder.path, 'rule-packs', '2027.json'), '{}')],
  ])('are nothing when %s', async (_, change) => {
    change()
    expect(await takeAnswers(home, stamp(), morning, account)).toBeNull()
    expect(existsSync(file())).toBe(false)
  })

  it('cannot be made to fit a book that they do not belong to, nor another day', async () => {
    const sealed = JSON.parse(readFileSync(file(), 'utf8'))
    writeFileSync(join(home, 'book.db'), 'another book')
    writeFileSync(file(), JSON.stringify({ ...sealed, stamp: stamp() }))
    expect(await takeAnswers(home, stamp(), morning, account)).toBeNull()
    await keepAnswers(home, first, stamp(), account)
    const next = JSON.parse(readFileSync(file(), 'utf8'))
    writeFileSync(file(), JSON.stringify({ ...next, until: '2026-11-29T16:00:00.000Z' }))
    expect(await takeAnswers(home, stamp(), '2026-11-29T01:00:00.000Z', account)).toBeNull()
  })

  it.each(['', '{', '[]', '{"stamp":1}'])('are nothing in a file that holds %j', async content => {
    writeFileSync(file(), content)
    expect(await takeAnswers(home, stamp(), morning, account)).toBeNull()
    expect(existsSync(file())).toBe(false)
  })

  it('are not kept of a real book where the computer has no keystore, but of the demo world', async () => {
    await takeAnswers(home, stamp(), morning, account)
    await keepAnswers(home, first, stamp(), none)
    expect(readdirSync(home)).not.toContain('first-answers.json')
    await keepAnswers(home, { ...first, demo: true }, stamp(), none)
    expect(await takeAnswers(home, stamp(), morning, none)).toBe(text)
  })
})
