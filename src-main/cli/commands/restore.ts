import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { UsageError } from '../clear-error.ts'
import type { Command } from '../io.ts'
import { printJson } from '../print.ts'
import { homeOf, passcodeOf, withBareEngine } from '../with-engine.ts'

export const command: Command = {
  name: 'restore',
  usage: 'restore <file> [--home dir] [--json]',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { home: { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
    })
    const [file] = positionals
    if (file === undefined) throw new UsageError('from which file?')
    const home = homeOf(values.home, io)
    return withBareEngine(home, async engine => {
      const passcode = passcodeOf(io, 'a backup opens with its passcode')
      const { movedAside } = await engine.backups.restore({
        path: resolve(io.cwd, file),
        passcode,
        leave: () => Promise.resolve(),
      })
      if (values.json === true) printJson(io, { home, movedAside })
      else {
        io.stdout.write(`the book in ${home} is that of the backup; its passcode is the backup's\n`)
        if (movedAside !== null) io.stdout.write(`the book that was there: ${movedAside}\n`)
      }
      return 0
    })
  },
}
