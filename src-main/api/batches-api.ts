import { saveBatch } from '../services/batches/save-batch.ts'
import type { Implementer } from './context.ts'
import { desktopOf, type ApiDeps } from './deps.ts'

export const batchesApi = (os: Implementer['batches'], deps: ApiDeps) => {
  const { batches, putFile, session } = deps
  return {
    start: os.start.handler(({ input }) => batches.start(input)),
    list: os.list.handler(() => batches.list()),
    follow: os.follow.handler(({ input, signal }) => batches.follow(input.id, signal)),
    items: os.items.handler(({ input }) => batches.items(input.id)),
    pause: os.pause.handler(({ input }) => batches.pause(input.id)),
    resume: os.resume.handler(({ input }) => batches.resume(input.id)),
    cancel: os.cancel.handler(({ input }) => batches.cancel(input.id)),
    retry: os.retry.handler(({ input }) => batches.retry(input.id)),
    save: os.save.handler(async ({ input }) => {
      const items = batches.items(input.id)
      const folder = await desktopOf(deps).chooseFolder('choosePdfFolder')
      const files = folder === null ? 0 : await saveBatch(session.opened().workspace, putFile, items, folder)
      return { folder, files }
    }),
  }
}
