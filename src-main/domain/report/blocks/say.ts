import { fillText } from '../../text/fill.ts'
import type { Locale } from '../../../model/format/locale.ts'
import type { ReportPack } from '../../../model/report-pack.ts'

/** A text of the pack by `chapter.name`, its values filled in. Throws when the pack or the values lack something: both are our own. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

export const sayOf =
  ({ locale, pack }: { readonly locale: Locale; readonly pack: ReportPack }): Say =>
  (key, values = {}) => {
    const [chapter = '', name = ''] = key.split('.')
    const text = pack.texts[chapter]?.[name]
    if (text === undefined) throw new RangeError(`the report pack ${pack.version} has no text "${key}"`)
    return fillText(text[locale === 'en' ? 'en' : 'zh'], values)
  }
