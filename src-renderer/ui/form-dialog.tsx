import Dialog from '@mui/material/Dialog'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'
import { Button } from './button.tsx'
import './form-dialog.css'

/** A short form over the screen: title, fields, what went wrong, the one thing it does, and the way out. */
export const FormDialog = ({
  title,
  action,
  disabled = false,
  error = null,
  wide = false,
  onSubmit,
  onClose,
  children,
}: {
  readonly title: string
  readonly action: string
  /** Why it cannot be done yet. */
  readonly disabled?: string | false
  readonly error?: string | null
  /** For a table instead of fields. */
  readonly wide?: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}): ReactNode => {
  const t = useT()
  const id = useId()
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth={false}>
      <form
        className={wide ? 'form-dialog wide' : 'form-dialog'}
        onSubmit={event => {
          event.preventDefault()
          if (disabled === false) onSubmit()
        }}
      >
        <h2 id={id} className="h2l">
          {title}
        </h2>
        {children}
        {error && (
          <p className="warn" role="alert">
            {error}
          </p>
        )}
        <div className="line">
          <Button type="submit" kind="primary" keyHint="Enter" disabled={disabled}>
            {action}
          </Button>
          <Button keyHint="Esc" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
