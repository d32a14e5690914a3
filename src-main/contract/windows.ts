import { z } from 'zod'
import { base } from './base.ts'

/** A window of the desktop; the name is made at random and says nothing. */
const WindowName = z.string().regex(/^[\w-]{1,40}$/)
const Route = z.string().regex(/^\/[\w\-/%.?=&]{0,300}$/)

/** What each window shows, kept inside the encrypted book, so that no client's number lies readable on the disk. */
export const windows = {
  route: base.input(z.object({ name: WindowName })).output(z.object({ route: Route.nullable() })),
  keep: base.input(z.object({ name: WindowName, route: Route })).output(z.null()),
}
