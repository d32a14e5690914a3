import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { SetUpError } from './say.mjs'

/** True when a window can be opened where this script runs. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  if (process.env.WAYLAND_DISPLAY) return true
  const local = /^(?:unix)?:(\d+)/.exec(process.env.DISPLAY ?? '')?.[1]
  return local === undefined ? Boolean(process.env.DISPLAY) : existsSync(`/tmp/.X11-unix/X${local}`)
}

/** Starts a virtual display with a free number. It ends with `stop`, and with this process in any case. */
export async function startVirtualDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const end = () => server.kill('SIGTERM')
  process.once('exit', end)
  let problem = ''
  server.stderr.on('data', data => (problem += data))
  const number = await new Promise((resolve, reject) => {
    const refuse = text => reject(new SetUpError(`the virtual display Xvfb did not start: ${text}`))
    const timer = setTimeout(() => refuse('no answer within 15 s'), 15_000)
    server.on('error', error => refuse(error.message))
    server.on('exit', code => refuse(`exit code ${code} ${problem.trim()}`))
    let text = ''
    server.stdio[3].on('data', data => {
      text += data
      if (!text.includes('\n')) return
      clearTimeout(timer)
      resolve(Number(text))
    })
  })
  server.unref()
  server.stderr.destroy()
  server.stdio[3].destroy()
  const stop = () => {
    process.off('exit', end)
    end()
  }
  return { display: `:${number}`, stop }
}
