import type { BiText } from '../../model/text.ts'

/** A value for a template: the same in both languages, or worded in each. */
export type Filling = string | BiText

const put = (template: string, values: Readonly<Record<string, Filling>>, language: 'zh' | 'en'): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`template "${template}" needs a value for ${whole}`)
    return typeof value === 'string' ? value : value[language]
  })

/** Replaces every `{name}` of a template in both languages. Throws when a value is missing: templates are our own data. */
export const fill = (template: BiText, values: Readonly<Record<string, Filling>>): BiText => ({
  zh: put(template.zh, values, 'zh'),
  en: put(template.en, values, 'en'),
})
