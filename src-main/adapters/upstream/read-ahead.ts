import type { Page, PageRequest } from '../../services/ports/upstream.ts'

export type FetchPage = (request: PageRequest, signal: AbortSignal) => Promise<Page>

const nameOf = ({ stream, tier, after, limit }: PageRequest): string => `${stream} ${tier} ${limit} ${after}`

interface Coming {
  readonly page: Promise<Page>
  readonly stop: AbortController
}

/** Pages that are fetched before they are asked for, at most; more would only fill memory. */
const most = 6

/**
 * Asks for the following page of a stream as soon as one has arrived, so that head office works while a page is applied here.
 * A page that failed ahead of time is forgotten: whoever asks for it asks head office again.
 */
export const readAhead = (fetch: FetchPage): { readonly changes: FetchPage; readonly stop: () => void } => {
  const ahead = new Map<string, Coming>()
  const forget = (name: string): void => void ahead.delete(name)
  const begin = (request: PageRequest): void => {
    const name = nameOf(request)
    if (ahead.has(name) || ahead.size >= most) return
    const stop = new AbortController()
    const page = fetch(request, stop.signal)
    page.catch(() => forget(name))
    ahead.set(name, { page, stop })
  }
  return {
    async changes(request, signal) {
      const name = nameOf(request)
      const coming = ahead.get(name)
      forget(name)
      const stop = (): void => coming?.stop.abort()
      signal.addEventListener('abort', stop, { once: true })
      try {
        const page = await (coming?.page ?? fetch(request, signal))
        if (page.closing.more && !signal.aborted) begin({ ...request, after: page.closing.cursor })
        return page
      } finally {
        signal.removeEventListener('abort', stop)
      }
    },
    stop() {
      for (const { stop } of ahead.values()) stop.abort()
      ahead.clear()
    },
  }
}
