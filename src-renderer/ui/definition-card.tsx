import Popover from '@mui/material/Popover'
import type { PopoverVirtualElement } from '@mui/material/Popover'
import type { ReactNode } from 'react'
import type { Figure } from '../../src-main/model/report/figure.ts'
import { useSay, useT } from '../i18n/i18n.ts'
import { tell } from '../state/undo.ts'
import { LinkButton } from './button.tsx'
import './definition-card.css'
import { definitionOf } from './definition-of.ts'
import type { Notes } from './definition-of.ts'
import { useFormat } from './format.ts'

/** What a card stands beside: the figure, or a place in a chart. */
export type Anchor = HTMLElement | PopoverVirtualElement

export const anchorAt = (x: number, y: number): Anchor => ({
  nodeType: 1,
  getBoundingClientRect: () => new DOMRect(x, y, 0, 0),
})

const row = (label: string, value: ReactNode): ReactNode => [
  <dt key={label}>{label}</dt>,
  <dd key={`${label}-value`}>{value}</dd>,
]

/** 口径卡: what a figure means, its formula, and what it was computed from. */
export const DefinitionCard = ({
  figure,
  text,
  anchor,
  notes,
  onClose,
}: {
  readonly figure: Figure
  readonly text: string
  readonly anchor: Anchor
  readonly notes: Notes
  readonly onClose: () => void
}): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { card } = figure
  const definition = definitionOf(notes, card)
  const name = definition ? say(definition.name) : figure.id
  const reason = figure.reason ? notes.reasons[figure.reason] : undefined
  const copy = (): void => {
    const value = figure.value === null ? '—' : String(figure.value)
    void navigator.clipboard
      .writeText(`${name}\t${value}\t${card?.definition ?? ''}`)
      .then(() => tell(t('card.copied')))
  }
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'left' }}
      transitionDuration={120}
      aria-label={t('card.title')}
      onKeyDown={event => {
        if (event.key === 'c' && (event.ctrlKey || event.metaKey)) copy()
      }}
    >
      <div className="card text">
        <h3>
          {name}
          <small>{card?.definition}</small>
          <b>{text}</b>
        </h3>
        {reason && <p className="warn">{say(reason)}</p>}
        {definition && (
          <div className="fx">
            {say(definition.formula)}
            {definition.explanation && <p className="i2">{say(definition.explanation)}</p>}
            {card && card.inputs.length > 0 && (
              <div className="i2">
                {card.inputs
                  .map(
                    i =>
                      `${i.name} = ${typeof i.value === 'number' ? String(Number(i.value.toPrecision(6))) : (i.value ?? '—')}`,
                  )
                  .join(t('common.comma'))}
              </div>
            )}
          </div>
        )}
        {card && (
          <dl>
            {card.window && row(t('card.window'), `${card.window.from} – ${card.window.to}`)}
            {card.frequency &&
              row(
                t('card.frequency'),
                t(`frequency.${card.frequency}`) + (card.n === null ? '' : `, n = ${f.int(card.n)}`),
              )}
            {card.rf !== null && row(t('card.rf'), f.share(card.rf, 2))}
            {card.benchmark && row(t('card.benchmark'), card.benchmark)}
            {row(t('card.asOf'), card.asOf)}
          </dl>
        )}
        <div className="ft">
          <span style={{ marginLeft: 'auto' }}>
            <LinkButton quiet keyHint="Ctrl C" onClick={copy}>
              {t('card.copy')}
            </LinkButton>
          </span>
          <LinkButton quiet keyHint="Esc" onClick={onClose}>
            {t('common.close')}
          </LinkButton>
        </div>
      </div>
    </Popover>
  )
}
