import { z } from 'zod'
import { Style, Tier } from '../model/levels.ts'
import { base, none } from './base.ts'

/** A window of the desktop; the name is made at random and says nothing. */
const WindowName = z.string().regex(/^[\w-]{1,40}$/)
const Route = z.string().regex(/^\/[\w\-/%.?=&]{0,300}$/)

/** A client that was opened, as the list beside the screens shows it; one may stand in no cell. */
const RecentClient = z
  .object({ id: z.string().min(1).max(64), name: z.string().max(200), tier: Tier.nullable(), style: Style.nullable() })
  .readonly()
export type RecentClient = z.infer<typeof RecentClient>

export const RecentClients = z.array(RecentClient).max(8).readonly()
export type RecentClients = z.infer<typeof RecentClients>

/** What each window shows, kept inside the encrypted book, so that no client's number lies readable on the disk. */
export const windows = {
  route: base.input(z.object({ name: WindowName })).output(z.object({ route: Route.nullable() })),
  /** Clients that were opened last, newest first. */
  recents: base.input(none).output(RecentClients),
  keepRecents: base.input(RecentClients).output(z.null()),
  keep: base.input(z.object({ name: WindowName, route: Route })).output(z.null()),
}
