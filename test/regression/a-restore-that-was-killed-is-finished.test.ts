import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createEngine } from '../../src-main/engine.ts'
import { finishRestore } from '../../src-main/services/vault/restore.ts'
import { projectRoot } from '../helpers/project-root.ts'
import { restoreDeps } from '../helpers/restore-deps.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const program = fileURLToPath(new URL('../helpers/killed-restore.ts', import.meta.url))
const run = async (...args: readonly string[]): Promise<{ readonly signal: string | null; readonly out: string }> => {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [out, [, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return { signal: signal as string | null, out }
}

/** The clients of a folder's book after what the start of the program does. */
const clientsAfterStart = async (home: string, passcode: string): Promise<readonly string[]> => {
  const deps = restoreDeps(home)
  finishRestore(deps)
  const store = await deps.vault.unlock(passcode)
  try {
    return store.read(tx => tx.clients.all().map(client => String(client.id)))
  } finally {
    deps.vault.lock()
  }
}

/** What was moved aside, in a folder of its own under its own names. */
const asideHome = (home: string, target: string): string => {
  mkdirSync(target)
  for (const name of readdirSync(home).filter(each => each.includes('.aside-')))
    renameSync(join(home, name), join(target, name.replace(/\.aside-[\dT-]+Z/, '')))
  return target
}

test('a restore that was killed between any two of its steps is finished by the next start, and the old book is kept', async () => {
  using folder = temporaryFolder()
  const at = (name: string): string => join(folder.path, name)
  const [one, two, backup] = [at('one'), at('two'), at('book.backup')]
  for (const home of [one, two]) mkdirSync(home)
  // the backup holds client 1; the book that is here has client 6 in its file or its log, client 7 in its log alone
  expect((await run('make', one, 'backup-1', '1', backup)).signal).toBe('SIGKILL')
  expect((await run('make', two, 'before-1', '6')).signal).toBe('SIGKILL')
  expect(readdirSync(two)).toContain('book.db-wal')

  let steps = 0
  let started = 0
  for (; ; steps++) {
    const home = at(`home-${String(steps)}`)
    cpSync(two, home, { recursive: true })
    const end = await run('restore', home, 'backup-1', backup, String(steps))
    // before its first step nothing was decided: the book is the old one, whole
    if (steps === 0) {
      expect(await clientsAfterStart(home, 'before-1')).toEqual(['C00006', 'C00007'])
      continue
    }
    // between the two renames the program itself is started
    if (!existsSync(join(home, 'book.db'))) {
      started++
      const engine = createEngine({
        home,
        resources: join(projectRoot, 'resources'),
        demo: false,
        keyStore: null,
        desktop: null,
      })
      await engine.ready
      expect(engine.session.state()).toMatchObject({ kind: 'locked', passcode: true })
      await engine.close()
    }
    expect([steps, await clientsAfterStart(home, 'backup-1')]).toEqual([steps, ['C00001']])
    expect(readdirSync(home).filter(name => /copy|restore/.test(name))).toEqual([])
    const aside = asideHome(home, at(`aside-${String(steps)}`))
    expect([steps, await clientsAfterStart(aside, 'before-1')]).toEqual([steps, ['C00006', 'C00007']])
    if (end.signal === null) {
      expect(end.out).toBe(`${String(steps)}\n`)
      break
    }
  }
  // note, log, index of the log, database, copy, old key aside, new key, end of the note
  expect([steps, started]).toEqual([8, 1])
}, 120_000)
