import type { BiText } from '../../model/text.ts'

/** A value for a template: the same in both languages, or worded in each. */
export type Filling = string | BiText

/**
 * Settles the forms of a text that depend on a number: `{days} {days|day|days}` takes the first form where the value of
 * `days`, as it prints, is 1. Names without a value take the second.
 */
export const chooseForms = (template: string, printed: (name: string) => string | undefined): string =>
  template.replace(/\{([^{}|]+)\|([^{}|]*)\|([^{}|]*)\}/g, (_, name: string, one: string, many: string) =>
    printed(name) === '1' ? one : many,
  )

/** Replaces every `{name}` of one text, and settles its `{name|one|many}`. Throws when a value is missing: templates are our own data. */
export const fillText = (template: string, values: Readonly<Record<string, string | number>>): string =>
  chooseForms(template, name => (values[name] === undefined ? undefined : String(values[name]))).replace(
    /\{(\w+)\}/g,
    (whole, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`template "${template}" needs a value for ${whole}`)
      return String(value)
    },
  )

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
