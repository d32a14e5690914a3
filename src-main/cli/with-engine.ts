import { existsSync } from 'node:fs'
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

/** The passcode of the environment; `why` says what it is for. */
export const passcodeOf = (io: Io, why: string): string => {
  const passcode = io.env['ADVISOR_PASSCODE']
  if (passcode === undefined || passcode === '')
    throw new ClearError(`${why}: set ADVISOR_PASSCODE and run the command again`)
  return passcode
}

/** The engine on a data folder that need not hold a book yet. */
export const withBareEngine = async <T>(home: string, work: (engine: Engine) => Promise<T>): Promise<T> => {
  const engine = createEngine({ home, resources, demo: false, keyStore: null, desktop: null })
  try {
    await engine.ready
    return await work(engine)
  } finally {
    await engine.close()
  }
}

/** Opens the data folder, runs one piece of work against the same API as the window, and closes again. */
export const withEngine = async <T>(
  home: string,
  io: Io,
  work: (api: Api, engine: Engine) => Promise<T>,
  options: { readonly create?: 'demo' | 'book' } = {},
): Promise<T> => {
  // a mistyped folder must not be made
  if (options.create === undefined && !existsSync(home)) throw noBook(home)
  return withBareEngine(home, async engine => {
    const api: Api = createRouterClient(engine.router)
    try {
      const state = await api.session.state({})
      if (state.kind === 'firstRun') await begin(api, io, home, options.create)
      if (state.kind === 'locked')
        await api.session.unlock({ passcode: passcodeOf(io, 'the book is locked by its passcode') })
      if (state.kind === 'damaged') throw new ClearError(`${state.message} · ${state.hint}`)
      return await work(api, engine)
    } catch (error) {
      throw clear(error)
    }
  })
}

const noBook = (home: string): ClearError =>
  new ClearError(`there is no book in ${home}; run "advisor demo" or "advisor import", or enrol in the window first`)

const begin = async (api: Api, io: Io, home: string, create: 'demo' | 'book' | undefined): Promise<void> => {
  if (create === undefined) throw noBook(home)
  if (create === 'demo') await api.session.startDemo({})
  else await api.session.create({ passcode: passcodeOf(io, 'a new book needs a passcode') })
}
