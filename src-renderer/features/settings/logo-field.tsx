import { useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Button, LinkButton } from '../../ui/button.tsx'

const LARGEST = 300_000
const PICTURE = /^data:image\/(png|jpeg|svg\+xml);base64,/

const readPicture = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result)))
    reader.addEventListener('error', () => reject(reader.error ?? new Error(file.name)))
    reader.readAsDataURL(file)
  })

/** The logo travels inside the setting; the report loads nothing from outside. */
export const LogoField = ({
  logo,
  onLogo,
}: {
  readonly logo: string | null
  readonly onLogo: (logo: string | null) => void
}): ReactNode => {
  const t = useT()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<string | null>(null)
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const picture = file.size > LARGEST ? '' : await readPicture(file)
    const fits = PICTURE.test(picture)
    setError(fits ? null : t('firm.logoForm'))
    if (fits) onLogo(picture)
  }
  return (
    <div className="fld">
      <label htmlFor={id}>{t('firm.logo')}</label>
      {logo && (
        <span style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
          <img src={logo} alt={t('firm.logo')} style={{ height: 32, maxWidth: 180, background: 'var(--on-fill)' }} />
          <LinkButton onClick={() => onLogo(null)}>{t('firm.logoRemove')}</LinkButton>
        </span>
      )}
      <span>
        <Button onClick={() => input.current?.click()}>{t('firm.logoChoose')}</Button>
      </span>
      <input
        ref={input}
        id={id}
        type="file"
        accept="image/png,image/jpeg,image/svg+xml"
        hidden
        onChange={event => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <small className={error ? 'warn' : ''} role={error ? 'alert' : undefined}>
        {error ?? t('firm.logoHelp')}
      </small>
    </div>
  )
}
