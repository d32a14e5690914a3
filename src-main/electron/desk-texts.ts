import texts from '../../resources/texts/desk.json' with { type: 'json' }

export type DeskLocale = keyof typeof texts
export type DeskText = keyof (typeof texts)['zh-CN']

/** A text of the main process: its menu and the few boxes that it shows without a window. */
export const deskText = (locale: DeskLocale, key: DeskText, values: Readonly<Record<string, string>> = {}): string =>
  texts[locale][key].replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => values[name] ?? '')

let spoken: DeskLocale = 'zh-CN'

/** The language of the window that spoke last. */
export const speak = (locale: DeskLocale): void => {
  spoken = locale
}

/** A text in the language of the windows. */
export const said = (key: DeskText): string => deskText(spoken, key)

/** Before any window has told its language: both. */
export const inBoth = (key: DeskText, values: Readonly<Record<string, string>> = {}): string =>
  `${deskText('zh-CN', key, values)}\n\n${deskText('en', key, values)}`
