import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'
import { SetUpError, say } from './say.mjs'

const library = file => () => libraries().includes(file)
const command = names => () => names.some(onPath)

/** What Electron, the PDF pages and the tests need of the system: `debian` lists the names of newer and older releases. */
const needs = {
  gtk: { debian: ['libgtk-3-0t64', 'libgtk-3-0'], fedora: 'gtk3', present: library('libgtk-3.so.0') },
  nss: { debian: ['libnss3'], fedora: 'nss', present: library('libnss3.so') },
  gbm: { debian: ['libgbm1'], fedora: 'mesa-libgbm', present: library('libgbm.so.1') },
  sound: { debian: ['libasound2t64', 'libasound2'], fedora: 'alsa-lib', present: library('libasound.so.2') },
  chromium: {
    debian: ['chromium'],
    fedora: 'chromium',
    present: command(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']),
  },
  xvfb: { debian: ['xvfb'], fedora: 'xorg-x11-server-Xvfb', present: command(['Xvfb']) },
  poppler: { debian: ['poppler-utils'], fedora: 'poppler-utils', present: command(['pdftotext', 'pdffonts']) },
}

const onPath = name =>
  (process.env.PATH ?? '').split(delimiter).some(folder => folder && existsSync(join(folder, name)))

function libraries() {
  try {
    return execFileSync(existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p'], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** @param {{display: boolean, tests: boolean}} wish */
export async function ensureSystemPackages({ display, tests }) {
  if (process.platform !== 'linux') return
  const names = ['gtk', 'nss', 'gbm', 'sound', 'chromium']
  if (!display) names.push('xvfb')
  if (tests) names.push('poppler')
  const missing = missingOf(names)
  if (missing.length === 0) return
  if (onPath('apt-get') && process.getuid?.() === 0) return installWithApt(missing)
  throw new SetUpError(
    `these parts of the system are missing: ${missing.join(', ')}.\nInstall them and run the command again:\n  ${advice(missing)}`,
  )
}

/** On Debian its package list is asked (fast and exact), elsewhere libraries and commands are looked for. */
function missingOf(names) {
  const installed = onPath('dpkg-query') ? installedPackages(names.flatMap(name => needs[name].debian)) : new Set()
  return names.filter(name => !needs[name].debian.some(entry => installed.has(entry)) && !needs[name].present())
}

function installedPackages(packages) {
  let text = ''
  try {
    text = execFileSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...packages], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (error) {
    text = String(error.stdout ?? '') // exit code 1: some of them are unknown, the others are listed
  }
  return new Set(text.split('\n').flatMap(line => (line.endsWith(' installed') ? [line.split(' ')[0]] : [])))
}

function advice(missing) {
  if (onPath('apt-get')) return `sudo apt-get install ${missing.map(name => needs[name].debian.at(-1)).join(' ')}`
  const packages = missing.map(name => needs[name].fedora).join(' ')
  if (onPath('dnf')) return `sudo dnf install ${packages}`
  return `with the package manager of your system; on Fedora they are called ${packages}`
}

async function installWithApt(missing) {
  await apt(['update', '-qq'], false)
  const packages = missing.map(name => chooseAvailable(needs[name].debian))
  say(`installing system packages with apt-get: ${packages.join(' ')}`)
  let result = await apt(['install', '-y', '-qq', '--no-install-recommends', ...packages], true)
  if (result.code !== 0 && /dpkg --configure -a/.test(result.output)) {
    await run('dpkg', ['--configure', '-a'], { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeoutSeconds: 600 })
    result = await apt(['install', '-y', '-qq', '--no-install-recommends', ...packages], true)
  }
  if (result.code !== 0)
    throw new SetUpError(
      `apt-get could not install ${packages.join(' ')}.\nCheck the network and /etc/apt/sources.list, then run the command again.\n` +
        result.output.trim().split('\n').slice(-8).join('\n'),
    )
  say(`system packages are installed (${result.seconds.toFixed(0)} s)`)
}

function chooseAvailable(names) {
  const known = names.find(name => {
    try {
      return execFileSync('apt-cache', ['show', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }) !== ''
    } catch {
      return false
    }
  })
  return known ?? names.at(-1)
}

const apt = (args, wait) =>
  run(
    'apt-get',
    ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=2', '-o', 'Acquire::http::Timeout=20', ...args],
    {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      timeoutSeconds: wait ? 1200 : 120,
    },
  )
