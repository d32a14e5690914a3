import type { Theme } from '@mui/material/styles'
import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react'
import { setLocale } from '../i18n/i18n.ts'
import { keepLook, rememberedLook, systemMode } from '../state/look.ts'
import type { Look } from '../state/look.ts'
import { applyTokens, makeTheme } from '../theme.ts'
import type { Mode } from '../tokens.ts'
import { useSettings } from './use-session.ts'

const media = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map(q => matchMedia(q))
const follow = (changed: () => void): (() => void) => {
  for (const m of media) m.addEventListener('change', changed)
  return () => {
    for (const m of media) m.removeEventListener('change', changed)
  }
}

export const useMode = (look: Look): Mode => {
  const system = useSyncExternalStore(follow, systemMode)
  return look.theme === 'system' ? system : look.theme
}

export const useCurrentLook = (): Look => {
  const settings = useSettings().data
  return settings ?? rememberedLook()
}

/** Applies theme, density, colours and language of the settings to the whole window. */
export const useLook = (): Theme => {
  const look = useCurrentLook()
  const mode = useMode(look)
  const { locale, density, upColour, theme } = look
  useLayoutEffect(() => {
    applyTokens(mode, upColour, density)
    setLocale(locale)
    keepLook({ locale, density, upColour, theme })
  }, [mode, locale, density, upColour, theme])
  return useMemo(() => makeTheme(mode, upColour), [mode, upColour])
}
