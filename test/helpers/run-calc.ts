import { runCli } from '../../src-main/cli/run-cli.ts'

export interface CliAnswer {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `advisor calc <name>` in this process on one question. */
export const runCalc = async (name: string, question: unknown): Promise<CliAnswer> => {
  let out = ''
  let err = ''
  const stdin = (async function* () {
    yield JSON.stringify(question)
  })()
  const code = await runCli(['calc', name, '--json'], {
    stdin,
    stdout: { write: text => (out += text) },
    stderr: { write: text => (err += text) },
    env: {},
    cwd: '.',
  })
  return { code, out, err }
}
