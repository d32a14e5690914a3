import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'

type NumberRowProps = {
  readonly name: 'overdueMark' | 'mismatchMark' | 'riskFreeRate' | 'hoursPerWeek' | 'lockMinutes'
  readonly value: number
  readonly min: number
  readonly max: number
  /** Shown and typed in percent, kept as a fraction. */
  readonly percent?: boolean
  readonly whole?: boolean
  readonly onChange: (value: number) => void
}

/** Saved on Enter or when the field is left; a value out of range is kept on screen and refused. */
export const NumberRow = (props: NumberRowProps): ReactNode => {
  const { name, value, min, max, percent = false, whole = false, onChange } = props
  const t = useT()
  const id = useId()
  const by = percent ? 100 : 1
  const shown = String(Number((value * by).toFixed(4)))
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? shown
  const typed = Number(text) / by
  const wrong =
    text.trim() === '' || !Number.isFinite(typed) || typed < min || typed > max || (whole && !Number.isInteger(typed))
  const save = (): void => {
    if (wrong) return
    setDraft(null)
    if (Math.abs(typed - value) > 1e-9) onChange(typed)
  }
  return (
    <div className="set-row">
      <label className="lab" htmlFor={id}>
        {t(`setting.${name}`)}
      </label>
      <input
        id={id}
        className="inp r"
        style={{ width: 88 }}
        inputMode="decimal"
        value={text}
        aria-invalid={wrong}
        aria-describedby={`${id}-note`}
        onChange={event => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={event => {
          if (event.key === 'Enter') save()
          if (event.key === 'Escape') setDraft(null)
        }}
      />
      <span className="i2">{t(`settingUnit.${name}`)}</span>
      <small id={`${id}-note`} className={wrong ? 'warn' : 'i3'}>
        {wrong ? t('settings.range', { min: min * by, max: max * by }) : t(`settingHelp.${name}`)}
      </small>
    </div>
  )
}
