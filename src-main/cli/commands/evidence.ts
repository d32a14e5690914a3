import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { exportEvidence } from '../../services/evidence/evidence-files.ts'
import { UsageError } from '../clear-error.ts'
import type { Command } from '../io.ts'
import { printJson } from '../print.ts'
import { homeOf, withEngine } from '../with-engine.ts'

const options = {
  home: { type: 'string' },
  json: { type: 'boolean' },
  out: { type: 'string' },
  locale: { type: 'string', default: 'zh-CN' },
} as const

export const command: Command = {
  name: 'evidence',
  usage: [
    'evidence key [--home dir] [--json]',
    'evidence export <clientId> --out f.zip [--locale zh-CN|en] [--home dir] [--json]',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [what, clientId, ...rest] = positionals
    const { locale, out } = values
    if (locale !== 'zh-CN' && locale !== 'en') throw new UsageError(`no language "${locale}": zh-CN or en`)
    if (what === 'key')
      return withEngine(homeOf(values.home, io), io, async api => {
        const identity = await api.evidence.identity({})
        if (values.json === true) printJson(io, identity)
        else
          io.stdout.write(
            `${identity.fingerprint}\n${identity.publicKey}\nchain: ${identity.head.count} records, end ${identity.head.hash}\n`,
          )
        return 0
      })
    if (what !== 'export' || clientId === undefined || rest.length > 0)
      throw new UsageError('key, or export <clientId>?')
    if (out === undefined) throw new UsageError('where to? name it with --out')
    const path = resolve(io.cwd, out)
    return withEngine(homeOf(values.home, io), io, async (_, engine) => {
      const { workspace } = engine.session.opened()
      const { bytes, records } = await exportEvidence(workspace, engine.evidence, clientId, locale)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, bytes, { mode: 0o600 })
      if (values.json === true) printJson(io, { path, records, bytes: bytes.length })
      else io.stdout.write(`${path}: ${records} records, signed\n`)
      return 0
    })
  },
}
