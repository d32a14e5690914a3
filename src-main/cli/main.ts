import { argv, cwd, env, stderr, stdin, stdout } from 'node:process'
import { pathToFileURL } from 'node:url'
import { runCli } from './run-cli.ts'

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  // A reader that closed its end (`| head`) is no failure of ours.
  stdout.on('error', error => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0)
    throw error
  })
  process.exitCode = await runCli(argv.slice(2), { stdin, stdout, stderr, env, cwd: cwd() })
}
