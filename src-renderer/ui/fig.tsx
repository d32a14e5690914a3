import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Figure } from '../../src-main/model/report/figure.ts'
import { useSay, useT } from '../i18n/i18n.ts'
import { useKeys } from '../state/keys.ts'
import { DefinitionCard } from './definition-card.tsx'
import type { Anchor } from './definition-card.tsx'
import type { Notes } from './definition-of.ts'
import { direction, useFormat } from './format.ts'

type Shown = { readonly figure: Figure; readonly text: string; readonly anchor: Anchor }
type Card = { readonly notes: Notes; readonly show: (shown: Shown) => void }

const CardContext = createContext<Card | null>(null)

const walk = (event: KeyboardEvent): void => {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0 || !(event.target instanceof HTMLElement) || !event.target.matches('.fig')) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.fig')]
  all[all.indexOf(event.target) + step]?.focus()
  event.preventDefault()
}

/** Every figure below can be asked: a click or `I` opens its definition card; arrows walk from figure to figure. */
export const Figures = ({ notes, children }: { readonly notes: Notes; readonly children: ReactNode }): ReactNode => {
  const t = useT()
  const [shown, setShown] = useState<Shown | null>(null)
  const show = useCallback((next: Shown) => setShown(next), [])
  const card = useMemo(() => ({ notes, show }), [notes, show])
  useKeys([
    {
      keys: ['I'],
      label: t('card.key'),
      run: () => {
        const on = document.activeElement
        const target = on?.matches('.fig, [data-figs]') ? on : document.querySelector('.figs .fig')
        if (!(target instanceof HTMLElement)) return
        target.focus()
        target.click()
      },
    },
  ])
  return (
    <CardContext value={card}>
      <div className="figs" style={{ display: 'contents' }} onKeyDown={walk}>
        {children}
      </div>
      {shown && <DefinitionCard {...shown} notes={notes} onClose={() => setShown(null)} />}
    </CardContext>
  )
}

/** Opens the card of a figure that is drawn, not printed. */
export const useAskFigure = (): ((figure: Figure, text: string, anchor: Anchor) => void) => {
  const card = useContext(CardContext)
  return useCallback((figure, text, anchor) => card?.show({ figure, text, anchor }), [card])
}

/** A figure as it prints; a missing one is "—" with its reason, never 0. */
export const Fig = ({
  figure,
  text,
  printed: shown,
  signed = false,
  className = '',
}: {
  readonly figure: Figure
  /** Where the column names the unit, the text without it. */
  readonly text?: string | undefined
  /** Words that stand for the figure, which the card prints in full. */
  readonly printed?: ReactNode
  /** Coloured by direction. */
  readonly signed?: boolean | undefined
  readonly className?: string | undefined
}): ReactNode => {
  const card = useContext(CardContext)
  const f = useFormat()
  const say = useSay()
  const missing = figure.value === null
  const reason = missing && figure.reason ? card?.notes.reasons[figure.reason] : undefined
  const why = reason ? say(reason) : (figure.reason ?? undefined)
  const printed = missing ? '—' : (text ?? f.figure(figure))
  // what prints as zero goes nowhere
  const colour = missing ? 'i3' : signed && /[1-9]/.test(printed) ? direction(figure.value) : ''
  return (
    <button
      type="button"
      tabIndex={-1}
      data-figure={figure.id}
      className={`fig ${colour} ${className}`}
      {...(missing && why ? { title: why, 'aria-label': `— ${why}` } : {})}
      onClick={event => card?.show({ figure, text: printed, anchor: event.currentTarget })}
    >
      {shown ?? printed}
    </button>
  )
}
