import type { InputHTMLAttributes, ReactNode } from 'react'
import { typedDate } from '../../src-main/model/format/typed-date.ts'
import { useT } from '../i18n/i18n.ts'

type DateInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'onChange' | 'value'> & {
  /** As typed; `typedDate` says which day it is. */
  readonly value: string
  readonly onValue: (typed: string) => void
}

/** A date typed the way this program writes it, whatever the system's language; other spellings are put straight on leaving. */
export const DateInput = ({ value, onValue, onBlur, ...rest }: DateInputProps): ReactNode => {
  const t = useT()
  return (
    <input
      placeholder={t('common.dateForm')}
      {...rest}
      className="inp"
      type="text"
      inputMode="numeric"
      maxLength={20}
      value={value}
      onChange={event => onValue(event.target.value)}
      onBlur={event => {
        const day = typedDate(value)
        if (day !== null && day !== value) onValue(day)
        onBlur?.(event)
      }}
    />
  )
}
