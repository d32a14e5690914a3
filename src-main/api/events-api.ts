import type { Implementer } from './context.ts'
import type { ApiDeps } from './deps.ts'

export const eventsApi = (os: Implementer['events'], { events }: ApiDeps) => ({
  stream: os.stream.handler(({ signal }) => events.subscribe('app', signal === undefined ? {} : { signal })),
})
