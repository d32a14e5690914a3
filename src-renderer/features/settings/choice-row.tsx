import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Choice } from '../../ui/choice.tsx'

export const ChoiceRow = <T extends string>({
  name,
  values,
  value,
  onChange,
}: {
  readonly name: 'locale' | 'theme' | 'density' | 'upColour'
  readonly values: readonly T[]
  readonly value: T
  readonly onChange: (value: T) => void
}): ReactNode => {
  const t = useT()
  return (
    <div className="set-row">
      <span className="lab">{t(`setting.${name}`)}</span>
      <Choice
        label={t(`setting.${name}`)}
        value={value}
        onChange={onChange}
        options={values.map(v => ({ value: v, label: t(`settingValue.${v}`) }))}
      />
    </div>
  )
}
