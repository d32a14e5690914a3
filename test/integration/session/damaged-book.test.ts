import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import { createEngine } from '../../../src-main/engine.ts'
import { projectRoot } from '../../helpers/project-root.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { testDesktop } from '../../helpers/test-desktop.ts'
import { listedClients } from '../../helpers/listed-clients.ts'

const passcode = 'correct horse 9'
const opened = async (home: string, chosen: readonly string[] = []) => {
  const engine = createEngine({
    home,
    resources: join(projectRoot, 'resources'),
    demo: false,
    keyStore: null,
    desktop: testDesktop({ chooseFiles: () => Promise.resolve(chosen) }),
  })
  await engine.ready
  return { engine, client: createRouterClient(engine.router) }
}

const madeBook = async (home: string): Promise<void> => {
  const { engine, client } = await opened(home)
  await client.session.create({ passcode })
  await engine.close()
}

it('offers to move a damaged book aside, keeps its files, and opens an empty book with the same passcode', async () => {
  using folder = temporaryFolder()
  const home = folder.path
  await madeBook(home)
  const damaged = Buffer.alloc(64 * 1024, 7)
  writeFileSync(join(home, 'book.db'), damaged)
  const { engine, client } = await opened(home)
  expect(await client.session.unlock({ passcode })).toMatchObject({
    kind: 'damaged',
    code: 'databaseCorrupt',
    canMoveAside: true,
  })
  expect(readFileSync(join(home, 'book.db'))).toEqual(damaged)
  await client.session.moveAside({})
  const aside = readdirSync(home).find(name => name.startsWith('damaged-')) ?? ''
  expect(readFileSync(join(home, aside, 'book.db'))).toEqual(damaged)
  expect(await client.session.unlock({ passcode })).toMatchObject({ kind: 'open' })
  expect(await listedClients(client)).toEqual([])
  await engine.close()
})

it('opens the book of a backup in place of a damaged one, and keeps the damaged files', async () => {
  using folder = temporaryFolder()
  using elsewhere = temporaryFolder()
  const home = folder.path
  const backup = join(elsewhere.path, 'book.backup')
  await madeBook(home)
  {
    const { engine, client } = await opened(home)
    await client.session.unlock({ passcode })
    await client.settings.set({ branch: '临江营业部' })
    await engine.backups.make({ path: backup, passcode })
    await engine.close()
  }
  const damaged = Buffer.alloc(64 * 1024, 7)
  writeFileSync(join(home, 'book.db'), damaged)
  const { engine, client } = await opened(home, [backup])
  expect(await client.session.unlock({ passcode })).toMatchObject({ kind: 'damaged', canMoveAside: true })
  expect(await client.session.restore({ passcode })).toMatchObject({ kind: 'open' })
  expect((await client.settings.get({})).branch).toBe('临江营业部')
  expect(readdirSync(home, { recursive: true }).length).toBeGreaterThan(3)
  await engine.close()
})

it('moves a restore note that cannot be read aside, and opens the book that the restore had not touched', async () => {
  using folder = temporaryFolder()
  const home = folder.path
  await madeBook(home)
  writeFileSync(join(home, 'vault.json.restore'), '{"at":"2026-')
  writeFileSync(join(home, 'book.db.copy'), 'a copy')
  const { engine, client } = await opened(home)
  expect(await client.session.state({})).toMatchObject({ kind: 'damaged', code: 'databaseCorrupt', canMoveAside: true })
  expect(await client.session.moveAside({})).toMatchObject({ kind: 'locked', passcode: true })
  const aside = readdirSync(home).find(name => name.startsWith('damaged-')) ?? ''
  expect(readdirSync(join(home, aside)).toSorted()).toEqual(['book.db.copy', 'vault.json.restore'])
  expect(await client.session.unlock({ passcode })).toMatchObject({ kind: 'open' })
  await engine.close()
  // the next start asks nothing
  const next = await opened(home)
  expect(await next.client.session.unlock({ passcode })).toMatchObject({ kind: 'open' })
  await next.engine.close()
})

it('says that a key file cannot be read, and moves it aside with the book that it opened', async () => {
  using folder = temporaryFolder()
  const home = folder.path
  await madeBook(home)
  const book = readFileSync(join(home, 'book.db'))
  writeFileSync(join(home, 'vault.json'), 'x')
  const { engine, client } = await opened(home)
  expect(await client.session.state({})).toMatchObject({ kind: 'damaged', canMoveAside: true })
  expect(await client.session.moveAside({})).toEqual({ kind: 'firstRun' })
  const aside = readdirSync(home).find(name => name.startsWith('damaged-')) ?? ''
  expect(readFileSync(join(home, aside, 'book.db'))).toEqual(book)
  expect(await client.session.create({ passcode })).toMatchObject({ kind: 'open' })
  await engine.close()
})
