import { execFile, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDemoWorld } from '../../../src-main/head-office/demo/world.ts'
import { type HeadOffice, startHeadOffice } from '../../../src-main/head-office/start.ts'
import { projectRoot } from '../../helpers/project-root.ts'
import { smallPdf } from '../../helpers/small-pdf.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const run = promisify(execFile)
const hasTools = ['bash', 'curl', 'sha256sum'].every(tool => spawnSync(tool, ['--version']).status === 0)
const readme = readFileSync(join(projectRoot, 'src-main', 'head-office', 'README.md'), 'utf8')

/** Every command of the page, from top to bottom; a line that begins with a blank goes on with the one before. */
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)]
  .map(([, block = '']) => block)
  .filter(block => block.includes('$TOKEN') || block.includes('curl'))
  .flatMap(block => block.trimEnd().split(/\n(?=\S)/))

let office: HeadOffice
const folder = temporaryFolder()
beforeAll(async () => {
  office = await startHeadOffice({ world: makeDemoWorld({ seed: 1, clients: 20, marketSize: 0.02 }) })
})
afterAll(async () => {
  await office.close()
  folder[Symbol.dispose]()
})

const part = (text: string, field: string): string => new RegExp(`"${field}":"([^"]*)"`).exec(text)?.[1] ?? ''

test.skipIf(!hasTools)(
  'every command of the page, as written and in its order, is answered as the page says',
  async () => {
    writeFileSync(join(folder.path, 'report.pdf'), await smallPdf(3, { reportId: 'R-2026-0001', edition: 'client' }))
    // what a reader puts in the place of the examples
    const own = new Map([
      ['http://127.0.0.1:8765', office.url],
      ['YE7XL-A2JPV', await office.enrolCode('B0001')],
    ])
    const answers = new Map<string, string>()
    let prelude = ''
    for (const written of commands) {
      let command = written
      for (const [example, value] of own) command = command.replaceAll(example, value)
      if (/^[A-Z]+=/.test(command)) {
        prelude += `${command}\n`
        continue
      }
      const { stdout } = await run('bash', ['-c', `set -euo pipefail\n${prelude}${command}`], { cwd: folder.path })
      answers.set(written, stdout)
      if (written.includes('/v1/enrol'))
        own.set('etnc7c…', part(stdout, 'token')).set('d9732641-…', part(stdout, 'deviceId'))
      if (written.includes('/v1/shares -d')) own.set('kd_31h…', part(stdout, 'token'))
    }
    const answerTo = (piece: string): string => {
      const found = [...answers].filter(([command]) => command.includes(piece))
      expect([piece, found.length]).toEqual([piece, 1])
      return found[0]?.[1] ?? ''
    }
    expect(answerTo('/v1/enrol')).toMatch(/"book":"B0001".*"schemaVersion":2/)
    expect(answerTo('/v1/status')).toMatch(/"publicUrl":.*"heads":\[/)
    expect(answerTo('/v1/devices  ')).toContain('"own":true')
    const end = answerTo('tail -n 1 page.ndjson')
    expect(answerTo('sha256sum')).toContain(part(end, 'sha256'))
    expect(end).toMatch(/"tier":5.*"count":2.*"more":true/)
    expect(answerTo('after=$CURSOR')).toContain(`"after":"${part(end, 'cursor')}"`)
    expect(answerTo('/changes/navs?')).toMatch(/"stream":"navs","tier":null.*"count":2/)
    expect(answerTo('/v1/outbox')).toContain('"id":"entry-0001","state":"applied","reason":null,"conflicts":[]')
    expect(answerTo('/v1/shares -d')).toMatch(/"id":"share-0001".*"pages":3/)
    expect(answerTo("the client's page")).toContain('name="code"')
    expect(answerTo("-d 'code=482913'")).toContain('name="understood"')
    expect(answerTo('/withdraw')).toBe('{"id":"share-0001","withdrawn":true}\n')
    expect(answerTo('a lost computer')).toContain('"revoked":')
    expect(answerTo('the own token')).toContain('"code":"UNAUTHORIZED"')
    expect(answers.size).toBe(16)
  },
)
