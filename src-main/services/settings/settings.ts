import { Settings } from '../../contract/settings.ts'
import type { Store } from '../ports/store.ts'

const KEY = 'settings'

/** Ours: marks by the visual language, the rest what most offices keep. */
const defaults: Settings = {
  locale: 'zh-CN',
  theme: 'system',
  density: 'normal',
  upColour: 'red',
  lockMinutes: 15,
  overdueMark: 0.1,
  mismatchMark: 0.05,
  riskFreeRate: 0.015,
  firm: { name: '', logo: null, accent: null, notice: null },
  branch: '',
  printing: { with: 'auto', browser: null },
  printer: null,
  hoursPerWeek: 28,
  proxy: null,
}

const { shape } = Settings.unwrap()

const isField = (name: string): name is keyof typeof shape => Object.hasOwn(shape, name)

/** A kept value that no longer fits falls back to its default, alone. */
export const readSettings = (store: Store): Settings => {
  const kept = store.read(tx => tx.settings.get(KEY))
  const fields = typeof kept === 'object' && kept !== null ? kept : {}
  const checked = Object.entries(fields).filter(
    ([name, value]) => isField(name) && shape[name].safeParse(value).success,
  )
  return Settings.parse({ ...defaults, ...Object.fromEntries(checked) })
}

export const changeSettings = (
  store: Store,
  change: { readonly [K in keyof Settings]?: Settings[K] | undefined },
): Settings => {
  const next = Settings.parse({ ...readSettings(store), ...change })
  store.write(tx => tx.settings.set(KEY, next))
  return next
}
