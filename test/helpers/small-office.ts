import { httpUpstream } from '../../src-main/adapters/upstream/http-upstream.ts'
import { reference, writeChanges, type Write } from '../../src-main/head-office/change-log.ts'
import { startHeadOffice, type HeadOffice, type HeadOfficeOptions } from '../../src-main/head-office/start.ts'
import { StreamName, streams } from '../../src-main/model/stream.ts'
import { sampleKey, sampleRow } from './sample-rows.ts'

export interface SmallOffice extends HeadOffice {
  /** A new book with sample clients, and the token of a device that may read it. */
  addBook(id: string, clients: number): Promise<string>
  write(book: string, writes: readonly Write[]): Promise<void>
}

/** `clients` clients over the five tiers with one row of every detail and ten trades each. */
export const sampleBook = (clients: number): readonly Write[] =>
  StreamName.options
    .filter(stream => streams[stream].scope === 'book')
    .flatMap(stream =>
      Array.from({ length: stream === 'trades' ? clients * 10 : clients }, (_, n): Write => {
        const client = stream === 'trades' ? Math.floor(n / 10) : n
        return { op: 'put', stream, key: sampleKey(stream, n), tier: (client % 5) + 1, row: sampleRow(stream, n) }
      }),
    )

const sampleMarket: readonly Write[] = StreamName.options
  .filter(stream => streams[stream].scope === 'reference')
  .flatMap(stream =>
    [0, 1, 2].map((n): Write => ({ op: 'put', stream, key: sampleKey(stream, n), tier: 0, row: sampleRow(stream, n) })),
  )

/** A real head office on PGlite with a few fictional rows instead of the demo world. */
export const smallOffice = async (options: HeadOfficeOptions = {}): Promise<SmallOffice> => {
  const office = await startHeadOffice({ log: () => undefined, ...options })
  const write = (book: string, writes: readonly Write[]): Promise<void> =>
    office.db.transaction(tx => writeChanges(tx, book, writes))
  const [filled] = await office.db.query<{ any: boolean }>('select exists (select 1 from changes) as any')
  if (filled?.any !== true) await write(reference, sampleMarket)
  return {
    ...office,
    write,
    async addBook(id, clients) {
      await office.db.query('insert into books (id, advisor, licence) values ($1, $2, $3) on conflict do nothing', [
        id,
        '测试顾问',
        'S000',
      ])
      if (clients > 0) await write(id, sampleBook(clients))
      const upstream = httpUpstream({ url: office.url, token: null, now: () => new Date().toISOString() })
      const { token } = await upstream.enrol({ code: await office.enrolCode(id), deviceName: 'test', publicKey: '' })
      await upstream.close()
      return token
    },
  }
}
