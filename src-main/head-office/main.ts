import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { assessmentsCommand, assessmentsUsage } from './assessments-command.ts'
import { makeDemoWorld } from './demo/world.ts'
import { type HeadOffice, startHeadOffice } from './start.ts'

const usage = `head-office [--demo] [--port 8765] [--host 127.0.0.1] [--database postgres://… | folder]
            [--seed 1] [--clients 3000] [--scale 1] [--market-size 1] [--as-of 2026-11-20] [--day 2] [--book B0001] [--public-url https://…] [--pack file.json …] [--restored] [--ready]
${assessmentsUsage}
DATABASE_URL is used when --database is not given; with neither, everything is in memory.`

const Ask = z.object({ ask: z.int(), command: z.enum(['enrolCode', 'advanceDay']) })

/** Commands of the process that started us, one JSON line each; its end is ours too. */
const obey = (office: HeadOffice, book: string): void => {
  const lines = createInterface({ input: process.stdin })
  lines.on('line', line => {
    const answer = async (): Promise<void> => {
      const { ask, command } = Ask.parse(JSON.parse(line))
      try {
        const value = command === 'enrolCode' ? await office.enrolCode(book) : await office.advanceDay()
        process.stdout.write(`${JSON.stringify({ reply: ask, value })}\n`)
      } catch (error) {
        process.stdout.write(`${JSON.stringify({ reply: ask, error: String(error) })}\n`)
      }
    }
    void answer().catch((error: unknown) => console.error(String(error)))
  })
  lines.on('close', () => process.exit(0))
}

const main = async (): Promise<void> => {
  const [command, ...rest] = process.argv.slice(2)
  if (command === 'assessments') return assessmentsCommand(rest)
  const { values } = parseArgs({
    options: {
      demo: { type: 'boolean', default: false },
      ready: { type: 'boolean', default: false },
      restored: { type: 'boolean', default: false },
      pack: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
      port: { type: 'string', default: '8765' },
      host: { type: 'string', default: '127.0.0.1' },
      database: { type: 'string' },
      seed: { type: 'string', default: '1' },
      clients: { type: 'string', default: '3000' },
      scale: { type: 'string', default: '1' },
      'market-size': { type: 'string', default: '1' },
      day: { type: 'string', default: '1' },
      book: { type: 'string', default: 'B0001' },
      'public-url': { type: 'string' },
      'as-of': { type: 'string', default: '2026-11-20' },
    },
  })
  if (values.help) {
    console.log(usage)
    return
  }
  const started = performance.now()
  const given = values.database ?? process.env['DATABASE_URL']
  const database = given === '' ? undefined : given
  const world = values.demo
    ? makeDemoWorld({
        seed: Number(values.seed),
        clients: Number(values.clients),
        scale: Number(values.scale),
        marketSize: Number(values['market-size']),
        asOf: values['as-of'],
      })
    : undefined
  const office = await startHeadOffice({
    ...(world === undefined ? {} : { world }),
    ...(database === undefined ? {} : { databaseUrl: database }),
    ...(values['public-url'] === undefined ? {} : { publicUrl: values['public-url'] }),
    port: Number(values.port),
    host: values.host,
    restored: values.restored,
  })
  if (values.day === '2' && world !== undefined) await office.advanceDay()
  for (const file of values.pack) console.error(`Published pack ${await office.publishPack(file)}`)
  const code = await office.enrolCode(values.book)
  const seconds = Math.round(performance.now() - started) / 1000
  if (values.ready) {
    process.stdout.write(
      `${JSON.stringify({ ready: true, url: office.url, code, book: values.book, rows: office.loaded, seconds })}\n`,
    )
    obey(office, values.book)
  } else {
    console.log(`Head office listens at ${office.url} (${office.loaded} rows loaded in ${seconds} s)`)
    console.log(`Enrolment code for book ${values.book}, good for 10 minutes: ${code}`)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void office.close().then(() => process.exit(0))
    })
}

main().catch((error: unknown) => {
  const isPortTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  const hint = isPortTaken ? '; name a free port with --port, or end the program that uses this one' : ''
  console.error(`head-office: ${error instanceof Error ? error.message : String(error)}${hint}`)
  process.exitCode = 1
  process.exit()
})
