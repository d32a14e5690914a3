import { runCli } from '../../src-main/cli/run-cli.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function* nothing(): AsyncGenerator<string> {
  // no input
}

/** One command line in this process, with what it wrote. */
export const runAdvisor = async (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd: string,
): Promise<Ran> => {
  let out = ''
  let err = ''
  const code = await runCli(args, {
    stdin: nothing(),
    stdout: { write: text => (out += text) },
    stderr: { write: text => (err += text) },
    env,
    cwd,
  })
  return { code, out, err }
}
