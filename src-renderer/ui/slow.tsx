import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'

/** `under` stands at the top of a part that is still empty. Old figures stay; only after 300 ms a thin bar says that newer ones are on their way. */
export const Slow = ({ under = false }: { readonly under?: boolean }): ReactNode => {
  const t = useT()
  const [shown, show] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => show(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return null
  const bar = <div className="load" role="progressbar" aria-label={t('common.loading')} />
  return under ? <div style={{ position: 'relative', height: 0 }}>{bar}</div> : bar
}
