import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRouterClient, ORPCError, type RouterClient } from '@orpc/server'
import type { AppRouter } from '../api/router.ts'
import { createEngine, type Engine } from '../engine.ts'
import { ClearError } from './clear-error.ts'
import type { Io } from './io.ts'

export type Api = RouterClient<AppRouter>

const resources = fileURLToPath(new URL('../../resources', import.meta.url))

/** `--home`, else ADVISOR_HOME, else the user's own folder. */
export const homeOf = (given: string | undefined, io: Io): string =>
  resolve(io.cwd, given ?? io.env['ADVISOR_HOME'] ?? join(homedir(), '.advisor-workstation'))

const clear = (error: unknown): unknown => {
  if (!(error instanceof ORPCError)) return error
  const data = error.data as { readonly where?: string; readonly hint?: string } | undefined
  return new ClearError([error.message, data?.where, data?.hint].filter(Boolean).join(' · '), { cause: error })
}

/** Opens the data folder, runs one piece of work against the same API as the window, and closes again. */
export const withEngine = async <T>(
  home: string,
  io: Io,
  work: (api: Api, engine: Engine) => Promise<T>,
  options: { readonly create?: 'demo' } = {},
): Promise<T> => {
  const engine = createEngine({ home, resources, demo: false, keyStore: null, desktop: null })
  const api: Api = createRouterClient(engine.router)
  try {
    await engine.ready
    const state = await api.session.state({})
    if (state.kind === 'firstRun') {
      if (options.create !== 'demo')
        throw new ClearError(`there is no book in ${home}; run "advisor demo", or import or enrol in the window first`)
      await api.session.startDemo({})
    }
    if (state.kind === 'locked') await unlock(api, io)
    if (state.kind === 'damaged') throw new ClearError(`${state.message} · ${state.hint}`)
    return await work(api, engine)
  } catch (error) {
    throw clear(error)
  } finally {
    await engine.close()
  }
}

const unlock = async (api: Api, io: Io): Promise<void> => {
  const passcode = io.env['ADVISOR_PASSCODE']
  if (passcode === undefined || passcode === '')
    throw new ClearError('the book is locked: set ADVISOR_PASSCODE to its passcode and run the command again')
  await api.session.unlock({ passcode })
}
