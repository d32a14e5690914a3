import type { BiText } from '../../model/text.ts'

/** A value for a template: the same in both languages, or worded in each. */
export type Filling = string | BiText

/** Replaces every `{name}` of one text. Throws when a value is missing: templates are our own data. */
export const fillText = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`template "${template}" needs a value for ${whole}`)
    return String(value)
  })

const put = (template: string, values: Readonly<Record<string, Filling>>, language: 'zh' | 'en'): string =>
  fillText(
    template,
    Object.fromEntries(Object.entries(values).map(([k, v]) => [k, typeof v === 'string' ? v : v[language]])),
  )

/** Replaces every `{name}` of a template in both languages. Throws when a value is missing: templates are our own data. */
export const fill = (template: BiText, values: Readonly<Record<string, Filling>>): BiText => ({
  zh: put(template.zh, values, 'zh'),
  en: put(template.en, values, 'en'),
})
