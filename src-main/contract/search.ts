import { z } from 'zod'
import { base } from './base.ts'

export const SearchHit = z
  .object({
    kind: z.enum(['client', 'fund', 'product', 'report']),
    id: z.string(),
    title: z.string(),
    detail: z.string(),
  })
  .readonly()
export type SearchHit = z.infer<typeof SearchHit>

export const search = {
  find: base.input(z.object({ text: z.string().max(100), limit: z.int().min(1).max(50) })).output(z.array(SearchHit)),
}
