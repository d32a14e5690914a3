import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { npm } from './npm.mjs'
import { node24, nodeModules, projectRoot } from './paths.mjs'
import { isAlive, run } from './run.mjs'
import { SetUpError, say } from './say.mjs'

const stampFile = join(nodeModules, '.advisor-set-up')
const installing = join(projectRoot, '.advisor', 'npm-ci.pid')
const lockFile = join(projectRoot, 'package-lock.json')

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(lockFile))
  return hash.update(`${process.platform} ${process.arch}`).digest('hex')
}

const isLink = () => lstatSync(nodeModules, { throwIfNoEntry: false })?.isSymbolicLink() ?? false

/** Names the first package of the lock file that is not there; packages for other platforms may be absent. */
export function firstMissing(root = projectRoot) {
  const packages = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(packages).find(
    ([folder, entry]) => folder !== '' && !entry.optional && !existsSync(join(root, folder, 'package.json')),
  )?.[0]
}

/** Installs exactly what package-lock.json says; the stamp is written last, so an interrupted set-up starts again. */
export async function ensureDependencies() {
  await waitForOtherInstallation()
  const wanted = fingerprint()
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : ''
  const missing = firstMissing()
  if (stamp === wanted && missing === undefined) return
  if (isLink()) {
    if (missing) say(`node_modules is a link and lacks ${missing}; it is not changed from here`)
    return
  }
  const complete = existsSync(join(nodeModules, '.package-lock.json')) && sameVersions() && missing === undefined
  if (!complete) await install(stamp, missing)
  await checkNode24()
  writeFileSync(stampFile, wanted)
}

const versions = file =>
  Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
    .filter(([folder, entry]) => folder !== '' && !entry.optional)
    .map(([folder, entry]) => `${folder}@${entry.version}`)

/** True after `npm ci` or `npm install` by hand: npm keeps its own list and writes it when it has finished. */
function sameVersions() {
  const installed = new Set(versions(join(nodeModules, '.package-lock.json')))
  return versions(lockFile).every(entry => installed.has(entry))
}

/** A killed set-up can leave npm running, and two in one folder destroy each other's work. */
async function waitForOtherInstallation() {
  const found = statSync(installing, { throwIfNoEntry: false })
  if (found === undefined || Date.now() - found.mtimeMs > 1_200_000) return
  const pid = Number(readFileSync(installing, 'utf8'))
  if (isAlive(pid)) say(`waiting for the npm ci that runs already (process ${pid})`)
  while (isAlive(pid)) await delay(300)
}

async function install(stamp, missing) {
  say(
    stamp === ''
      ? 'installing dependencies (npm ci)'
      : `installing dependencies again: ${missing ?? 'package-lock.json has changed'}`,
  )
  rmSync(stampFile, { force: true })
  mkdirSync(dirname(installing), { recursive: true })
  const result = await npm(['ci', '--prefer-offline'], {
    timeoutSeconds: 1200,
    env: { npm_config_prefer_offline: 'true' },
    started: pid => writeFileSync(installing, String(pid)),
  })
  rmSync(installing, { force: true })
  if (result.code === 0) {
    say(`dependencies are installed (${result.seconds.toFixed(0)} s)`)
    return
  }
  const details = result.output.trim().split('\n').slice(-12).join('\n')
  throw new SetUpError(`${reason(result)}\n${details}`)
}

function reason({ output, timedOut }) {
  if (timedOut) return 'npm ci did not end within 20 minutes.'
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|ECONNRESET|EAI_AGAIN|ENETUNREACH|ENOTCACHED|network/i.test(output))
    return (
      'the dependencies cannot be downloaded: the npm registry is not reachable and the cache of npm does not hold them.\n' +
      'Connect to a network, or tell npm about your registry (npm config set registry ...) or proxy (npm config set proxy ...), and run the command again.'
    )
  if (/ENOSPC/.test(output)) return 'the disk is full: the dependencies need about 1.5 GB.'
  if (/EACCES|EPERM/.test(output)) return `npm may not write in ${projectRoot}: it must belong to you.`
  return 'npm ci failed.'
}

async function checkNode24() {
  const result = await run(node24(), ['--version'])
  if (result.code === 0 && /^v(2[4-9]|[3-9]\d)\./.test(result.stdout)) return
  throw new SetUpError(
    `Node 24 is missing: the package "node" could not install it (found ${result.stdout.trim() || 'nothing'}).\n` +
      'Its install script must be allowed: remove ignore-scripts from the configuration of npm, delete node_modules and run the command again.',
  )
}
