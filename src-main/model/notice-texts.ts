import { z } from 'zod'
import { RematchCause } from './notice.ts'
import { BiText } from './text.ts'

/** Letter to a client of holdings that ceased to fit; `{{names}}` are filled in. */
export const NoticeTexts = z
  .object({ letter: BiText, line: BiText, causes: z.record(RematchCause, BiText).readonly() })
  .readonly()
export type NoticeTexts = z.infer<typeof NoticeTexts>
