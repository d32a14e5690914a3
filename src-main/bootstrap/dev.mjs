import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { node24, nodeModules, projectRoot } from './paths.mjs'
import { SetUpError, fail } from './say.mjs'
import { setUp } from './set-up.mjs'

try {
  const { electron, display } = await setUp()
  if (!display)
    throw new SetUpError('npm run dev opens a window and needs a display; without one use npm start or npm test')
  const root = process.platform === 'linux' && process.getuid?.() === 0
  const script = join(nodeModules, 'electron-vite', 'bin', 'electron-vite.js')
  const child = spawn(node24(), [script, 'dev', ...(root ? ['--noSandbox'] : []), ...process.argv.slice(2)], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: {
      ...process.env,
      ELECTRON_EXEC_PATH: electron,
      ADVISOR_HOME: process.env.ADVISOR_HOME || join(projectRoot, '.advisor', 'home'),
      ADVISOR_DEMO: '1',
    },
  })
  child.on('exit', code => (process.exitCode = code ?? 1))
} catch (error) {
  fail(error)
}
