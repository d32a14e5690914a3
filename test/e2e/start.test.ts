import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { electronExecutable, launchApp } from '../helpers/electron-app.ts'
import { projectRoot } from '../helpers/project-root.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

interface Ended {
  readonly code: number | null
  readonly said: string
}

/** Starts the program without a driver and waits for its end. */
const runToEnd = (home: string): Promise<Ended> => {
  const root = process.platform === 'linux' && process.getuid?.() === 0
  const child = spawn(electronExecutable(), [projectRoot, ...(root ? ['--no-sandbox'] : []), '--disable-gpu'], {
    env: { ...process.env, ADVISOR_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (said += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', code => resolve({ code, said }))
  })
}

describe('starting the program', () => {
  it('asks on the first run, and a second start comes to the first window instead of a second program', async () => {
    await using running = await launchApp({ demo: false })
    await running.window.getByText('演示').first().waitFor()
    const second = await runToEnd(running.home)
    expect(second.code).toBe(0)
    expect(running.app.windows()).toHaveLength(1)
    expect(running.problems).toEqual([])
  })

  it('says which data folder cannot be written, and what to do', async () => {
    using folder = temporaryFolder()
    const file = join(folder.path, 'a-file')
    writeFileSync(file, '')
    const { code, said } = await runToEnd(join(file, 'home'))
    expect(code).toBe(1)
    expect(said).toContain(join(file, 'home'))
    expect(said).toContain('ADVISOR_HOME')
  })

  it("serves the window's own files with their policy, and nothing beside them", async () => {
    await using running = await launchApp({ demo: false })
    const answers = await running.window.evaluate(async () => {
      const page = await fetch('/index.html')
      const beside = ['/%2e%2e%2fmain%2fmain.js', '/..%2f..%2fpackage.json', '/index.txt', '//other/index.html']
      return {
        policy: page.headers.get('content-security-policy'),
        type: page.headers.get('content-type'),
        sniff: page.headers.get('x-content-type-options'),
        beside: await Promise.all(
          beside.map(path =>
            fetch(path).then(
              answer => answer.ok,
              () => false,
            ),
          ),
        ),
      }
    })
    expect(answers).toEqual({
      policy: expect.stringMatching(/^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'$/),
      type: 'text/html; charset=utf-8',
      sniff: 'nosniff',
      beside: [false, false, false, false],
    })
  })
})
