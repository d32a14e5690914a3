import { createInstance, type TFunction } from 'i18next'
import { useSyncExternalStore } from 'react'
import type { BiText } from '../../src-main/model/text.ts'
import en from './en.json'
import zh from './zh-CN.json'

export type Locale = 'zh-CN' | 'en'

const i18n = createInstance()

const newTranslate = (): TFunction => i18n.t.bind(i18n) as TFunction
/** Another function after each change of language, so that whoever holds it is drawn anew. */
let translate = newTranslate()
const heard = new Set<() => void>()
i18n.on('languageChanged', () => {
  translate = newTranslate()
  for (const changed of heard) changed()
})

export const startI18n = (locale: Locale): void =>
  void i18n.init({
    lng: locale,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
    // said and not left to be guessed from each key
    keySeparator: '.',
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  })

export const setLocale = (locale: Locale): void => {
  if (i18n.language !== locale) void i18n.changeLanguage(locale)
  document.documentElement.lang = locale
  window.desk?.locale(locale)
}

const onLocale = (changed: () => void): (() => void) => {
  heard.add(changed)
  return () => heard.delete(changed)
}

/** The texts of the language that is set. A hook of ours: that of i18next's own binding took a tenth of the first screen's time. */
export const useT = (): TFunction => useSyncExternalStore(onLocale, () => translate)

export const useLocale = (): Locale => useSyncExternalStore(onLocale, () => (i18n.language === 'en' ? 'en' : 'zh-CN'))

/** Picks the language of a sentence that the engine finished in both. */
export const useSay = (): ((text: BiText) => string) => {
  const locale = useLocale()
  return text => (locale === 'en' ? text.en : text.zh)
}
