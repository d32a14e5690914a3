import { createInstance } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { BiText } from '../../src-main/model/text.ts'
import en from './en.json'
import zh from './zh-CN.json'

export type Locale = 'zh-CN' | 'en'

const i18n = createInstance()

export const startI18n = (locale: Locale): void => {
  void i18n.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  })
}

export const setLocale = (locale: Locale): void => {
  if (i18n.language !== locale) void i18n.changeLanguage(locale)
  document.documentElement.lang = locale
  window.desk?.locale(locale)
}

export const useT = (): ReturnType<typeof useTranslation>['t'] => useTranslation().t

export const useLocale = (): Locale => (useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN')

/** Picks the language of a sentence that the engine finished in both. */
export const useSay = (): ((text: BiText) => string) => {
  const locale = useLocale()
  return text => (locale === 'en' ? text.en : text.zh)
}
