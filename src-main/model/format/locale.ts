import { z } from 'zod'

/** Languages of the program; the first is the default. */
export const Locale = z.enum(['zh-CN', 'en'])
export type Locale = z.infer<typeof Locale>

/** Picks the text of a language out of a pair. */
export const inLocale = (text: { readonly zh: string; readonly en: string }, locale: Locale): string =>
  locale === 'en' ? text.en : text.zh
