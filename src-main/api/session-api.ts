import { AppError } from '../model/app-error.ts'
import { desktopOf, type ApiDeps } from './deps.ts'
import type { Implementer } from './context.ts'

export const sessionApi = (os: Implementer['session'], { session, desktop }: ApiDeps) => ({
  state: os.state.handler(() => session.state()),
  startDemo: os.startDemo.handler(() => session.startDemo()),
  create: os.create.handler(({ input }) => session.create(input.passcode)),
  enrol: os.enrol.handler(({ input }) => session.enrol(input)),
  unlock: os.unlock.handler(({ input }) => session.unlock(input.passcode)),
  lock: os.lock.handler(() => session.lock()),
  active: os.active.handler(() => {
    session.active()
    return {}
  }),
  setPasscode: os.setPasscode.handler(({ input }) => session.setPasscode(input)),
  restore: os.restore.handler(async ({ input }) => {
    if (desktop === null)
      throw new AppError('invalidInput', 'this needs the desktop program', { hint: 'use advisor restore' })
    const [file] = await desktop.chooseFiles('chooseBackup', ['*'])
    return file === undefined ? session.state() : session.restore(file, input.passcode)
  }),
  backup: os.backup.handler(async ({ input }) => {
    const folder = await desktopOf({ desktop }).chooseFolder('chooseBackupFolder')
    return folder === null ? null : session.backup(folder, input.passcode)
  }),
  erase: os.erase.handler(({ input }) => session.erase(input.passcode)),
  moveAside: os.moveAside.handler(() => session.moveAside()),
})
