import { z } from 'zod/mini'

/** What a window may ask of its frame. */
export const DeskCommand = z.discriminatedUnion('do', [
  z.object({ do: z.literal('minimise') }),
  z.object({ do: z.literal('toggleMaximise') }),
  z.object({ do: z.literal('close') }),
  z.object({ do: z.literal('print') }),
  z.object({ do: z.literal('zoom'), step: z.int().check(z.minimum(-1), z.maximum(1)) }),
  z.object({ do: z.literal('fullScreen'), on: z.boolean() }),
  z.object({ do: z.literal('menu'), x: z.int().check(z.nonnegative()), y: z.int().check(z.nonnegative()) }),
  z.object({ do: z.literal('locale'), locale: z.enum(['zh-CN', 'en']) }),
  z.object({ do: z.literal('openWindow'), path: z.string().check(z.regex(/^\/[\w\-/%.]{0,200}$/)) }),
])
