import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import './report-sheet.css'

const SHORTEST = 6

/** The password that opens the next files; it is kept nowhere and has to be told to the client on another way. */
export const PasswordDialog = ({
  onPassword,
  onClose,
}: {
  readonly onPassword: (password: string) => void
  readonly onClose: () => void
}): ReactNode => {
  const t = useT()
  const [first, setFirst] = useState('')
  const [again, setAgain] = useState('')
  const short = first.length > 0 && first.length < SHORTEST ? t('passcode.short', { n: SHORTEST }) : null
  const differ = again !== '' && again !== first ? t('passcode.differ') : null
  const ready = first.length >= SHORTEST && again === first
  return (
    <FormDialog
      title={t('report.setPassword')}
      action={t('report.usePassword')}
      disabled={!ready && t('passcode.fill')}
      onSubmit={() => onPassword(first)}
      onClose={onClose}
    >
      <p className="i2">{t('report.passwordHow')}</p>
      <Field
        label={t('report.password')}
        type="password"
        maxLength={100}
        value={first}
        onValue={setFirst}
        error={short}
        autoComplete="off"
        autoFocus
      />
      <Field
        label={t('passcode.again')}
        type="password"
        maxLength={100}
        value={again}
        onValue={setAgain}
        error={differ}
        autoComplete="off"
      />
    </FormDialog>
  )
}
