import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { MOST_ON_SCREEN } from '../../../src-main/model/most-on-screen.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { compareTray } from './screen-state.ts'

/** Lays a fund aside; false when there is no place for it. */
export const addToTray = (code: string): boolean => {
  const tray = compareTray.get()
  if (tray.includes(code)) return true
  if (tray.length >= MOST_ON_SCREEN) return false
  compareTray.set([...tray, code])
  return true
}

export const comparePath = (codes: readonly string[]): string =>
  `/funds/compare?codes=${codes.map(encodeURIComponent).join(',')}`

/** Funds laid aside, and the way to see them side by side. */
export const Tray = (): ReactNode => {
  const t = useT()
  const go = useNavigate()
  const tray = compareTray.use()
  if (tray.length === 0) return null
  return (
    <span className="tray">
      <span className="i2" title={tray.join(' ')}>
        {t('comparing.tray', { n: tray.length, most: MOST_ON_SCREEN })}
      </span>
      <LinkButton quiet onClick={() => compareTray.set([])}>
        {t('screener.clear')}
      </LinkButton>
      <Button disabled={tray.length < 2 && t('comparing.needsTwo')} onClick={() => void go(comparePath(tray))}>
        {t('comparing.open')}
      </Button>
    </span>
  )
}
