import { useId } from 'react'
import type { InputHTMLAttributes, ReactNode } from 'react'

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly help?: string | undefined
  readonly error?: string | null | undefined
}

/** Label above, help or error under it; an error keeps the value. */
export const Field = ({ label, value, onValue, help, error, ...rest }: FieldProps): ReactNode => {
  const id = useId()
  return (
    <div className="fld">
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        className="inp"
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || help ? `${id}-note` : undefined}
        onChange={event => onValue(event.target.value)}
      />
      {error ? (
        <small id={`${id}-note`} className="err" role="alert">
          <i className="dot bad" />
          {error}
        </small>
      ) : (
        help && <small id={`${id}-note`}>{help}</small>
      )}
    </div>
  )
}
