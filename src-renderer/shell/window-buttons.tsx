import type { ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'

const part = (label: string, act: () => void, shape: ReactNode): ReactNode => (
  <button type="button" tabIndex={-1} aria-label={label} onClick={act}>
    <svg width="10" height="10" aria-hidden="true">
      {shape}
    </svg>
  </button>
)

/** Absent where the system draws its own (macOS), and where there is no window to steer. */
export const WindowButtons = (): ReactNode => {
  const t = useT()
  const desk = window.desk
  if (!desk || desk.platform === 'darwin') return null
  return (
    <div className="wc">
      {part(t('shell.minimise'), () => desk.minimise(), <path d="M0 5.5h10" stroke="currentColor" />)}
      {part(
        t('shell.maximise'),
        () => desk.toggleMaximise(),
        <rect x=".5" y=".5" width="9" height="9" fill="none" stroke="currentColor" />,
      )}
      {part(t('shell.close'), () => desk.close(), <path d="M0 0l10 10M10 0L0 10" stroke="currentColor" />)}
    </div>
  )
}
