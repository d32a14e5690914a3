import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'

/** Old figures stay; only after 300 ms a thin bar says that newer ones are on their way. */
export const Slow = (): ReactNode => {
  const t = useT()
  const [shown, show] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => show(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return shown ? <div className="load" role="progressbar" aria-label={t('common.loading')} /> : null
}
