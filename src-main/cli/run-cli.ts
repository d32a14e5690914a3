import { AppError } from '../model/app-error.ts'
import { ClearError, UsageError } from './clear-error.ts'
import { commands } from './commands.ts'
import type { Command, Io } from './io.ts'

const PROGRAM = 'advisor'

/** Runs one command line and resolves to its exit code: 0 done, 1 a clear error, 2 wrong usage. */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const stream = name === undefined ? io.stderr : io.stdout
    stream.write(overview())
    return name === undefined ? 2 : 0
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (entry === undefined) {
    io.stderr.write(`${PROGRAM}: no command "${oneLine(name)}"; commands: ${Object.keys(commands).join(', ')}\n`)
    return 2
  }
  const command = await entry.load()
  if (rest.includes('--help') || rest.includes('-h')) {
    io.stdout.write(usageOf(command))
    return 0
  }
  try {
    return await command.run(rest, io)
  } catch (error) {
    return report(error, command, io)
  }
}

function report(error: unknown, command: Command, io: Io): number {
  if (error instanceof UsageError || isParseArgsError(error)) {
    io.stderr.write(`${PROGRAM} ${command.name}: ${oneLine(error.message)}\n${usageOf(command)}`)
    return 2
  }
  if (error instanceof ClearError) io.stderr.write(`${PROGRAM} ${command.name}: ${oneLine(error.message)}\n`)
  else if (error instanceof AppError) {
    const parts = [error.message, error.where, error.hint].filter(part => part !== '')
    io.stderr.write(`${PROGRAM} ${command.name}: ${oneLine(parts.join(' · '))}\n`)
  } else {
    const what = error instanceof Error ? error.message : String(error)
    io.stderr.write(`${PROGRAM} ${command.name}: unexpected: ${oneLine(what)}; please report it with the input\n`)
    if (io.env['ADVISOR_DEBUG'] !== undefined && error instanceof Error) io.stderr.write(`${error.stack ?? ''}\n`)
  }
  return 1
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
}

function usageOf(command: Command): string {
  const forms = command.usage.split('\n').map(line => `  ${PROGRAM} ${line}`)
  return `usage:\n${forms.join('\n')}\n`
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map(name => name.length))
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  return `usage: ${PROGRAM} <command> [options]   (--help after a command shows its forms)\n${lines.join('\n')}\n`
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
