import words from './market-words.json' with { type: 'json' }
import type { Locale } from './locale.ts'

const english: Readonly<Record<string, string>> = words

/**
 * A word of the market's fixed vocabulary (peer groups of funds, the industries of the CSRC's classification and its older one,
 * kinds of bonds, the cash of an account) in a language. Names of people, funds, companies and indices are in none: they stay as they are. Translations are ours.
 */
export const marketWord = (word: string, locale: Locale): string => (locale === 'en' ? (english[word] ?? word) : word)
