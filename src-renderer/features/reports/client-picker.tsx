import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { Field } from '../../ui/field.tsx'

const SHOWN = 5

/** A report about funds can go to any client: found by typing, chosen by name. */
export const ClientPicker = ({
  value,
  onChange,
}: {
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}): ReactNode => {
  const t = useT()
  const [text, setText] = useState('')
  const { data } = useAsk(['search', text, 'send'], api => api.search.find({ text, limit: 20 }), text.trim() !== '')
  const found = (data ?? []).filter(each => each.kind === 'client').slice(0, SHOWN)
  return (
    <div>
      <Field
        label={t('send.toWhom')}
        value={text}
        onValue={next => {
          setText(next)
          onChange(null)
        }}
      />
      {value === null && (
        <ul className="picks">
          {found.map(each => (
            <li key={each.id}>
              <button
                type="button"
                className="s"
                onClick={() => {
                  setText(each.title)
                  onChange(each.id)
                }}
              >
                {each.title}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
