import type { ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'
import './gate.css'
import { WindowButtons } from './window-buttons.tsx'

export const GateFrame = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const t = useT()
  return (
    <div className="gate">
      <header className="bar">
        <div className="brand">{t('app.name')}</div>
        <WindowButtons />
      </header>
      <main style={{ display: 'block' }}>{children}</main>
    </div>
  )
}
