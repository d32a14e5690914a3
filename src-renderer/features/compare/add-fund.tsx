import { useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'

const SHOWN = 8

/** Finds a fund by name, pinyin or code and adds it. */
export const AddFund = ({
  taken,
  full,
  onAdd,
}: {
  readonly taken: readonly string[]
  readonly full: boolean
  readonly onAdd: (code: string) => void
}): ReactNode => {
  const t = useT()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { data } = useAsk(['funds', 'list'], api => api.funds.list({}))
  const found = useMemo(() => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean)
    if (words.length === 0) return []
    return (data ?? [])
      .filter(row => !taken.includes(row.code) && words.every(word => row.search.includes(word)))
      .slice(0, SHOWN)
  }, [data, text, taken])
  useKeys([{ keys: ['/', 'Ctrl F'], label: t('comparing.add'), run: () => field.current?.focus() }])
  const add = (code: string | undefined): void => {
    if (code === undefined) return
    onAdd(code)
    setText('')
    setAt(0)
  }
  const chosen = found[Math.min(at, found.length - 1)]
  return (
    <div className="add-fund">
      <input
        ref={field}
        className="inp"
        role="combobox"
        aria-label={t('comparing.add')}
        aria-expanded={found.length > 0}
        aria-controls="add-fund-list"
        aria-activedescendant={chosen ? `add-${chosen.code}` : undefined}
        placeholder={full ? t('comparing.full', { n: taken.length }) : t('comparing.add')}
        disabled={full}
        value={text}
        onChange={event => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') add(chosen?.code)
          else if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
          else if (event.key === 'Escape' && text !== '') setText('')
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <ul id="add-fund-list" role="listbox" aria-label={t('comparing.add')} hidden={found.length === 0}>
        {found.map(row => (
          <li
            key={row.code}
            id={`add-${row.code}`}
            role="option"
            aria-selected={row.code === chosen?.code}
            onMouseDown={event => {
              event.preventDefault()
              add(row.code)
            }}
          >
            {row.name} <em className="i3">{row.code}</em>
          </li>
        ))}
      </ul>
    </div>
  )
}
