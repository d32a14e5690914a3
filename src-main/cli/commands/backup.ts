import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { UsageError } from '../clear-error.ts'
import type { Command } from '../io.ts'
import { printJson } from '../print.ts'
import { homeOf, passcodeOf, withEngine } from '../with-engine.ts'

const MB = 1e6

export const command: Command = {
  name: 'backup',
  usage: 'backup <file> [--home dir] [--json]',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { home: { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
    })
    const [file] = positionals
    if (file === undefined) throw new UsageError('into which file?')
    return withEngine(homeOf(values.home, io), io, async (_, engine) => {
      const path = resolve(io.cwd, file)
      const passcode = passcodeOf(io, 'a backup is encrypted with a passcode')
      const { bytes } = await engine.backups.make({ path, passcode })
      if (values.json === true) printJson(io, { path, bytes })
      else io.stdout.write(`${path}: ${(bytes / MB).toFixed(1)} MB, encrypted, read back and whole\n`)
      return 0
    })
  },
}
