import type { ApiDeps } from './deps.ts'
import type { Implementer } from './context.ts'

export const sessionApi = (os: Implementer['session'], { session }: ApiDeps) => ({
  state: os.state.handler(() => session.state()),
  startDemo: os.startDemo.handler(() => session.startDemo()),
  create: os.create.handler(({ input }) => session.create(input.passcode)),
  enrol: os.enrol.handler(({ input }) => session.enrol(input)),
  unlock: os.unlock.handler(({ input }) => session.unlock(input.passcode)),
  lock: os.lock.handler(() => session.lock()),
  setPasscode: os.setPasscode.handler(({ input }) => session.setPasscode(input)),
  moveAside: os.moveAside.handler(() => session.moveAside()),
})
