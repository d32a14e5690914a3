import chinese from './engine-zh-CN.json'
import { useLocale, useT } from './i18n.ts'
import type { Locale } from './i18n.ts'

/** Codes that say too little by themselves: there the engine's own sentence stands, so each of those has to be known here. */
export const vagueCodes: ReadonlySet<string> = new Set([
  'invalidInput',
  'notFound',
  'fileUnreadable',
  'busy',
  'reportRefused',
  'printerFault',
])

const known: Readonly<Record<string, string>> = chinese
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Sentences with places `{}` for values, as patterns; the longest first, since it says the most. */
const patterns = Object.entries(known)
  .filter(([english]) => /\{\}/.test(english))
  .toSorted(([a], [b]) => b.length - a.length)
  .map(([english, text]) => ({
    pattern: new RegExp(`^${english.split('{}').map(escaped).join('(.+?)')}$`, 's'),
    parts: text.split('{}'),
  }))

/** A sentence of the engine, which speaks English, in the language of the window; null where there is no other. */
export const engineWords = (english: string, locale: Locale): string | null => {
  if (locale === 'en') return english
  const whole = known[english]
  if (whole !== undefined) return whole
  for (const { pattern, parts } of patterns) {
    const values = pattern.exec(english)
    if (values) return parts.map((part, i) => part + (i < parts.length - 1 ? (values[i + 1] ?? '') : '')).join('')
  }
  return null
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
/** The same as a sentence with its stop; what nobody translated stays as it came. */
export const useEngineWords = (): ((english: string) => string) => {
  const t = useT()
  const locale = useLocale()
  return english => {
    const text = capital(engineWords(english, locale) ?? english)
    return text === '' || /[.!?\u3002\uff01\uff1f\u2026]$/.test(text) ? text : `${text}${t('common.stop')}`
  }
}
