import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { startVirtualDisplay } from './display.mjs'
import { node24, projectRoot } from './paths.mjs'
import { verifyResults } from './results.mjs'
import { run, stopChildrenOnSignals } from './run.mjs'
import { SetUpError, fail, say } from './say.mjs'
import { setUp } from './set-up.mjs'

const options = process.argv.slice(2)
const usage = 'usage: npm start [-- --unattended]'
if (options.includes('--help')) {
  process.stdout.write(`${usage}\n`)
  process.exit(0)
}
const unknown = options.find(option => option !== '--unattended')
if (unknown !== undefined) fail(new SetUpError(`unknown option ${unknown}; ${usage}`))

const isRoot = process.platform === 'linux' && process.getuid?.() === 0
/** Chromium's sandbox refuses to run for root; for everybody else it stays on. */
const sandbox = isRoot ? ['--no-sandbox'] : []

stopChildrenOnSignals()
try {
  const { electron, display } = await setUp()
  await ensureBuilt()
  if (display && options.length === 0) await openWindow(electron)
  else await runUnattended(electron)
} catch (error) {
  fail(error)
}

async function openWindow(electron) {
  const home = resolve(process.env.ADVISOR_HOME || join(projectRoot, '.advisor', 'home'))
  say(`opening the window on the demo book (data folder ${home})`)
  const child = spawn(electron, [...sandbox, projectRoot], {
    stdio: 'inherit',
    env: { ...process.env, ADVISOR_HOME: home, ADVISOR_DEMO: '1' },
  })
  process.exitCode = await new Promise((done, refuse) => child.on('error', refuse).on('exit', code => done(code ?? 1)))
}

/** Only folders of our own are emptied; one that the user names must be empty already. */
function emptyFolder(given, name) {
  const folder = resolve(given || join(projectRoot, '.advisor', name))
  if (!given) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  if (readdirSync(folder).length > 0)
    throw new SetUpError(`${folder} is not empty: name an empty folder for the results`)
  return folder
}

async function runUnattended(electron) {
  // from nothing every time: results of an earlier run must not pass for those of this one
  const results = emptyFolder(process.env.ADVISOR_RESULTS, 'results')
  const home = process.env.ADVISOR_HOME ? resolve(process.env.ADVISOR_HOME) : emptyFolder(undefined, 'unattended-home')
  say('no display: running the main job unattended under Xvfb')
  const screen = process.platform === 'linux' ? await startVirtualDisplay() : undefined
  const job = join(projectRoot, 'src-main', 'bootstrap', 'main-job.mjs')
  const result = await run(node24(), [job, electron, projectRoot, home, results, ...sandbox, '--disable-gpu'], {
    env: { ...(screen && { DISPLAY: screen.display, WAYLAND_DISPLAY: '' }) },
    timeoutSeconds: 900,
  })
  screen?.stop()
  // without a desktop Chromium complains about its missing message bus; that says nothing about the job
  process.stdout.write(result.output.replaceAll(/^.*(?:dbus\/|Failed to connect to the bus|gpu_channel).*\n?/gm, ''))
  if (result.timedOut) throw new SetUpError('the main job did not end within 15 minutes')
  if (result.code !== 0) throw new SetUpError(`the main job ended with exit code ${result.code}; see the lines above`)
  const files = verifyResults(results)
  process.stdout.write(
    `\nResults in ${relative(process.cwd(), results) || results}:\n${files.map(line => `  ${line}\n`).join('')}`,
  )
}
