import { join } from 'node:path'
import { safe } from '@orpc/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SyncProgress } from '../../src-main/contract/sync.ts'
import { createEngine, type Engine } from '../../src-main/engine.ts'
import { makeDemoWorld } from '../../src-main/head-office/demo/world.ts'
import { startHeadOffice, type HeadOffice } from '../../src-main/head-office/start.ts'
import { projectRoot } from '../helpers/project-root.ts'
import { transports, type ContractClient } from '../helpers/engine-transports.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { listedClients } from '../helpers/listed-clients.ts'

const CLIENTS = 45
const passcode = 'correct horse 9'

/** What a refused call says: code and hint, or the issues of its input; null when it was answered. */
const refusal = async (call: Promise<unknown>): Promise<{ readonly code?: string; readonly hint?: string } | null> => {
  const { error } = await safe(call)
  if (error === null) return null
  return (error as { readonly data?: { readonly code?: string; readonly hint?: string } }).data ?? {}
}

describe.each(transports)('the contract $name', ({ connect }) => {
  const folder = temporaryFolder()
  let office: HeadOffice
  let engine: Engine
  let client: ContractClient
  let close: () => void

  beforeAll(async () => {
    const world = makeDemoWorld({ clients: CLIENTS, marketSize: 0.03 })
    office = await startHeadOffice({ world, log: () => undefined })
    engine = createEngine({
      home: folder.path,
      resources: join(projectRoot, 'resources'),
      demo: false,
      keyStore: null,
      desktop: null,
    })
    await engine.ready
    ;({ client, close } = connect(engine))
  })
  afterAll(async () => {
    close()
    await engine.close()
    await office.close()
    folder[Symbol.dispose]()
  })

  it('begins with the first run and refuses the book', async () => {
    expect(await client.session.state({})).toEqual({ kind: 'firstRun' })
    expect(await refusal(client.matrix.view({}))).toMatchObject({ code: 'locked' })
  })

  it('makes no book without a passcode where there is no keystore', async () => {
    expect(await refusal(client.session.create({ passcode: null }))).toMatchObject({ code: 'invalidInput' })
    expect(await client.session.state({})).toEqual({ kind: 'firstRun' })
  })

  it('enrols with a code, and names the advisor', async () => {
    const code = await office.enrolCode()
    const state = await client.session.enrol({ url: office.url, code, deviceName: 'desk', passcode })
    expect(state).toMatchObject({ kind: 'open', passcode: true, demo: false, advisor: { name: '周明远' } })
    expect(
      await refusal(client.session.enrol({ url: office.url, code, deviceName: 'desk', passcode: null })),
    ).not.toBeNull()
  })

  it('streams the steps of a sync and ends with all rows', async () => {
    const steps: SyncProgress[] = []
    for await (const step of await client.sync.run({})) steps.push(step)
    expect(steps.at(-1)).toMatchObject({ state: 'done', rejects: 0, error: null, tierReady: 1 })
    expect(steps.some(step => step.state === 'running')).toBe(true)
    const status = await client.sync.status({})
    expect(status.counts.find(each => each.stream === 'clients')?.rows).toBe(CLIENTS)
  })

  it('puts every client into one cell or says that it cannot', async () => {
    const view = await client.matrix.view({})
    expect(view.cells).toHaveLength(15)
    expect(view.cells.reduce((sum, cell) => sum + cell.count, 0) + view.undetermined).toBe(CLIENTS)
    expect(view.clients).toBe(CLIENTS)
  })

  it('shows a client whose holdings add up with the grid, and its diagnosis', async () => {
    const [row] = await listedClients(client)
    const id = row?.id ?? ''
    const view = await client.clients.view({ id })
    expect(view.segment.tier).toBe(row?.tier ?? null)
    expect(view.segment.reasons.length).toBeGreaterThan(0)
    expect(new Set(view.holdings.map(holding => holding.code)).size).toBe(row?.holdings)
    const report = await client.clients.diagnosis({ id })
    const held = view.holdings.reduce((sum, holding) => sum + holding.value, 0) + (view.cash ?? 0)
    expect(report.keyFigures.totalAssets.value).toBe(held)
  })

  it('refuses input of a wrong shape before it reaches the engine', async () => {
    const wrong = { tier: 9, style: 'trading' } as unknown as Parameters<ContractClient['matrix']['cell']>[0]
    expect(await refusal(client.matrix.cell(wrong))).toMatchObject({ issues: [{ path: ['tier'] }] })
  })

  it('answers an unknown client with a closed code and what to do', async () => {
    const found = await refusal(client.clients.view({ id: 'C-nobody' }))
    expect(found?.code).toBe('notFound')
    expect(found?.hint).not.toBe('')
  })

  it('keeps a contact in history and outbox, and takes it back', async () => {
    const [row] = await listedClients(client)
    const id = row?.id ?? ''
    const before = (await client.clients.view({ id })).contacts.length
    const waiting = (await client.sync.status({})).outbox
    const contact = await client.clients.addContact({
      id,
      channel: 'phone',
      minutes: 12,
      subject: '到期提醒',
      note: '',
    })
    expect((await client.clients.view({ id })).contacts).toHaveLength(before + 1)
    expect((await client.sync.status({})).outbox).toBe(waiting + 1)
    await client.clients.undoContact({ contactId: contact.id })
    expect((await client.clients.view({ id })).contacts).toHaveLength(before)
    expect((await client.sync.status({})).outbox).toBe(waiting)
  })

  it('locks the book, refuses a wrong passcode and opens with the right one', async () => {
    expect(await client.session.lock({})).toMatchObject({ kind: 'locked', passcode: true })
    expect(await refusal(listedClients(client))).toMatchObject({ code: 'locked' })
    expect(await refusal(client.session.unlock({ passcode: 'wrong horse 1' }))).toMatchObject({ code: 'wrongPasscode' })
    expect(await client.session.unlock({ passcode })).toMatchObject({ kind: 'open' })
    expect(await listedClients(client)).toHaveLength(CLIENTS)
  })
})
