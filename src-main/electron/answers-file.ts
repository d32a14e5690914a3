import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod/mini'
import { sealing } from '../adapters/system/sealing.ts'
import type { FirstAnswers } from '../contract/first-answers.ts'
import type { KeyStore } from '../engine.ts'

const Sealed = z.object({
  stamp: z.string(),
  until: z.string(),
  /** Of fictional data it lies open, as that of their book does; any other is wrapped by the keystore of the computer. */
  key: z.object({ kind: z.enum(['demo', 'keystore']), bytes: z.string() }),
  sealed: z.string(),
})

const DAY_MS = 24 * 3_600_000

const fileIn = (home: string): string => join(home, 'first-answers.json')

/** The book with its log and key, in whatever state: a write to any of them is seen here. */
const ofBook = ['book.db', 'book.db-wal', 'vault.json']

/** The rule packs that ship, which a folder may have without a new program. */
const packsIn = (resources: string): readonly string[] =>
  readdirSync(join(resources, 'rule-packs'), { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map(name => join(resources, 'rule-packs', name))

/** Changes with the book, the rules and the program; `program` are files that every change of it writes anew. */
export const stampOf = (home: string, resources: string, program: readonly string[]): string =>
  JSON.stringify(
    [...ofBook.map(name => join(home, name)), ...packsIn(resources), ...program].map(path => {
      const stat = statSync(path, { throwIfNoEntry: false, bigint: true })
      return stat === undefined ? null : `${stat.ino} ${stat.size} ${stat.mtimeNs}`
    }),
  )

/** Bound to what they were the answers to: a file cannot be made to fit another book or another day. */
const context = (stamp: string, until: string): string => `advisor first answers 1 ${until} ${stamp}`

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64')

/**
 * Keeps what the windows of the next start ask first, sealed with a key of its own. A computer without a keystore keeps nothing: there
 * no real book opens by itself.
 */
export const keepAnswers = async (
  home: string,
  { answers, until, demo }: FirstAnswers,
  stamp: string,
  keyStore: KeyStore,
): Promise<void> => {
  if (!demo && !(await keyStore.isReal())) return
  const key = sealing.randomBytes(32)
  const sealed = sealing.seal(key, Buffer.from(JSON.stringify(answers)), context(stamp, until))
  const file: z.infer<typeof Sealed> = {
    stamp,
    until,
    key: demo ? { kind: 'demo', bytes: base64(key) } : { kind: 'keystore', bytes: base64(await keyStore.wrap(key)) },
    sealed: base64(sealed),
  }
  writeFileSync(fileIn(home), JSON.stringify(file), { mode: 0o600 })
}

/**
 * The answers as JSON where nothing was written since, by whatever program, and the day is the same; else null. They serve one start:
 * whatever comes after it, the file is gone.
 */
export const takeAnswers = async (
  home: string,
  stamp: string,
  now: string,
  keyStore: KeyStore,
): Promise<string | null> => {
  try {
    const file = Sealed.parse(JSON.parse(readFileSync(fileIn(home), 'utf8')))
    const left = Date.parse(file.until) - Date.parse(now)
    if (file.stamp !== stamp || left <= 0 || left > DAY_MS) return null
    const held = bytes(file.key.bytes)
    const key = file.key.kind === 'demo' ? held : await keyStore.unwrap(held)
    const plain = sealing.open(key, bytes(file.sealed), context(stamp, file.until))
    return plain === null ? null : Buffer.from(plain).toString('utf8')
  } catch {
    // none there, or one that somebody edited: the engine answers
    return null
  } finally {
    rmSync(fileIn(home), { force: true })
  }
}
