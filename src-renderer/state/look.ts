import type { Settings } from '../../src-main/contract/settings.ts'
import type { Mode } from '../tokens.ts'

export type Look = Pick<Settings, 'locale' | 'theme' | 'density' | 'upColour'>

const KEY = 'look'
const first: Look = { locale: 'zh-CN', theme: 'system', density: 'normal', upColour: 'red' }

export const systemMode = (): Mode => {
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast'
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** The look of the last run, so that an unlock screen does not flash; holds no client data. */
export const rememberedLook = (): Look => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return typeof kept === 'object' && kept !== null ? { ...first, ...kept } : first
  } catch {
    return first
  }
}

export const keepLook = (look: Look): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(look))
  } catch {
    // Without storage the next start shows the defaults for a moment; nothing is lost.
  }
}
