import { keepMailServer, mailView, tryMailServer } from '../services/deliveries/mail-settings.ts'
import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const mailApi = (os: Implementer['mail'], { session, deliveries }: ApiDeps) => {
  const store = () => session.opened().workspace.store
  return {
    get: os.get.handler(() => mailView(store())),
    set: os.set.handler(({ input }) => keepMailServer(store(), input)),
    forget: os.forget.handler(() => keepMailServer(store(), null)),
    try: os.try.handler(({ input }) => tryMailServer(store(), input, deliveries.mailer)),
  }
}
