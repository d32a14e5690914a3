import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { describe, expect, it } from 'vitest'
import { DeliveryChannel } from '../../../src-main/model/delivery.ts'
import { markPdf } from '../../../src-main/model/report-mark.ts'
import { edit, guardedBooks, INSIDE, request } from '../../helpers/guarded-books.ts'
import { putReport } from '../../helpers/kept-report.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const { book, nothingWent, sent } = guardedBooks()

/** The port as somebody sees it who does not keep to the contract. */
type Raw = Readonly<Record<string, Readonly<Record<string, (input: unknown) => Promise<unknown>>>>>

describe('nothing but a client edition of ours reaches a client', () => {
  it.each(DeliveryChannel.options)(
    'by %s as a foreign file in the place of the report: not ours, or marked twice, even with its sum written down',
    async channel => {
      const opened = await book({ edition: 'client' })
      const inside = markPdf(Buffer.from('%PDF-1.4\nstartxref\n0\n%%EOF\n'), { reportId: INSIDE, edition: 'internal' })
      const foreign = [
        // a PDF of another program
        Buffer.from('%PDF-1.4\nstartxref\n0\n%%EOF\n'),
        // an internal edition that was marked once more as one for clients
        markPdf(inside, { reportId: INSIDE, edition: 'client' }),
        // the client edition of another report
        markPdf(Buffer.from('%PDF-1.4\nstartxref\n0\n%%EOF\n'), { reportId: 'AD-20261123-0077', edition: 'client' }),
        // no PDF at all
        Buffer.from('hello'),
      ]
      for (const file of foreign) {
        const sum = createHash('sha256').update(file).digest('hex')
        edit(
          opened,
          `UPDATE reportFiles SET pdf = x'${Buffer.from(file).toString('hex')}' WHERE id = '${INSIDE}'`,
          `UPDATE reports SET body = json_set(body, '$.sha256', '${sum}') WHERE id = '${INSIDE}'`,
        )
        expect(await opened.api.deliveries.send(request(channel))).toMatchObject({ kind: 'refused' })
        const view = await opened.api.deliveries.prepare({ reportId: INSIDE, clientId: 'C00001', channel })
        expect(view.checks.find(each => each.id === 'file' || each.id === 'edition')?.state).toBeDefined()
        expect(
          view.checks.filter(each => ['file', 'edition'].includes(each.id) && each.state === 'blocked'),
        ).not.toEqual([])
      }
      await nothingWent(opened)
    },
  )

  it('by the path of a file, wherever a message may name one', async () => {
    const opened = await book({ edition: 'client' })
    const inside = putReport(opened.store, { id: 'AD-20261123-0009', edition: 'internal', size: 600 })
    const folder = temporaryFolder()
    const path = join(folder.path, 'other.pdf')
    const bytes = Buffer.from(opened.store.read(tx => tx.reports.pdf(inside)) ?? [])
    writeFileSync(path, bytes)
    const paths = {
      path,
      file: path,
      attachments: [{ path }],
      fileName: path,
      report: { path },
      href: `file://${path}`,
    }
    const wish = { ...request('mail'), ...paths, subject: path, text: `<img src="file://${path}">` }
    expect(await opened.api.deliveries.send(wish)).toMatchObject({ kind: 'accepted' })
    await opened.session.opened().courier.run()
    const [message = ''] = sent()
    expect(message.match(/Content-Disposition: attachment/g)).toHaveLength(1)
    const parts = message.replaceAll(/\s/g, '')
    expect(parts).not.toContain(bytes.subarray(30, 240).toString('base64').slice(4, -4))
    expect(parts).not.toContain(bytes.toString('base64'))
    expect(parts).toContain(Buffer.from(opened.store.read(tx => tx.reports.pdf(INSIDE)) ?? []).toString('base64'))
    folder[Symbol.dispose]()
  })

  it('by a raw message of a window: fields and calls that the contract does not know do nothing', async () => {
    const opened = await book({ edition: 'internal' })
    const { port1, port2 } = new MessageChannel()
    new RPCHandler(opened.router).upgrade(port1)
    port1.start()
    const raw: Raw = createORPCClient(new RPCLink({ port: port2 }))
    const call = (area: string, name: string, input: unknown): Promise<unknown> =>
      raw[area]?.[name]?.(input) ?? Promise.resolve('no such call')
    const send = (input: unknown): Promise<unknown> => call('deliveries', 'send', input)
    port2.start()
    const forged = {
      ...request('mail'),
      edition: 'client',
      force: true,
      checks: [],
      report: { reportId: INSIDE, edition: 'client' },
      delivery: { state: 'queued', sha256: '' },
    }
    expect(await send(forged)).toMatchObject({ kind: 'refused' })
    for (const wrong of [{ ...forged, channel: 'smtp' }, { ...forged, reportId: { $ne: '' } }, null, 'AD', [forged]])
      await expect(send(wrong)).rejects.toThrow()
    for (const name of ['queue', 'put', 'markSent', 'carry', '__proto__', 'constructor'])
      await expect(call('deliveries', name, forged)).rejects.toThrow()
    await expect(call('mailer', 'send', forged)).rejects.toThrow()
    await expect(call('reports', 'setEdition', { id: INSIDE, edition: 'client' })).rejects.toThrow()
    // the message that a client of the contract would have written, without the client
    port2.postMessage({ i: '900001', p: { u: '/deliveries/send', m: 'POST', h: {}, b: { json: forged } } })
    expect(await send(forged)).toMatchObject({ kind: 'refused' })
    await nothingWent(opened)
    port1.close()
    port2.close()
  })
})
