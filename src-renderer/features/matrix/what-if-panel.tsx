import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { MatrixView } from '../../../src-main/contract/matrix.ts'
import type { SegmentPackLine, WhatIf } from '../../../src-main/contract/segment-rules.ts'
import { useLocale, useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormat } from '../../ui/format.ts'
import { fromDraft, toDraft } from './what-if-draft.ts'
import { WhatIfEffect } from './what-if-effect.tsx'
import { WhatIfStandards } from './what-if-standards.tsx'
import { WhatIfStyles } from './what-if-styles.tsx'
import { WhatIfTiers } from './what-if-tiers.tsx'
import { WhatIfVersions } from './what-if-versions.tsx'
import './what-if.css'

const allParts = ['tiers', 'styles', 'standards', 'versions'] as const
export type WhatIfPart = (typeof allParts)[number]

type PanelProps = {
  /** What can be looked at; all when not told. The first of them is shown first. */
  readonly parts?: readonly WhatIfPart[]
  readonly view: MatrixView
  /** What the draft makes of the book; null while it is the rules of now. */
  readonly onEffect: (effect: WhatIf | null) => void
  /** Absent where the panel is a page of its own. */
  readonly onClose?: () => void
}

/** Moves thresholds and shows who would move; nothing changes before it is saved as a new version. */
export const WhatIfPanel = (props: PanelProps): ReactNode => {
  const packs = useAsk(['matrix', 'packs'], api => api.segmentRules.packs({})).data
  const active = packs?.find(pack => pack.active)
  const locale = useLocale()
  // a new version makes a new form: what is looked at stays
  const [part, setPart] = useState<WhatIfPart>(props.parts?.[0] ?? 'tiers')
  return active ? (
    <WhatIfForm
      key={`${active.version} ${locale}`}
      {...props}
      active={active}
      packs={packs ?? []}
      part={part}
      onPart={setPart}
    />
  ) : null
}

const WhatIfForm = ({
  active,
  packs,
  parts = allParts,
  part,
  onPart,
  view,
  onEffect,
  onClose,
}: PanelProps & {
  readonly active: SegmentPackLine
  readonly packs: readonly SegmentPackLine[]
  readonly part: WhatIfPart
  readonly onPart: (part: WhatIfPart) => void
}): ReactNode => {
  const t = useT()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const { unit } = useFormat()
  const [draft, setDraft] = useState(() => toDraft(active.thresholds, unit))
  const [name, setName] = useState('')
  const made = fromDraft(draft, unit)
  const broken = typeof made === 'string' ? made : null
  const asked = typeof made === 'string' ? active.thresholds : made
  const { data: effect, error } = useAsk(['matrix', 'whatIf', active.version, asked], a => a.segmentRules.whatIf(asked))
  useEffect(() => {
    onEffect(effect && broken === null ? effect : null)
    return () => onEffect(null)
  }, [effect, broken, onEffect])
  useKeys(onClose ? [{ keys: ['Esc'], label: t('common.close'), run: onClose }] : [])
  const change = async (work: Promise<unknown>, text: string): Promise<void> => {
    try {
      await work
      tell(text)
    } catch (e) {
      tell(failure(e))
    }
    await queries.invalidateQueries()
  }
  const same = JSON.stringify(draft) === JSON.stringify(toDraft(active.thresholds, unit))
  const reason = broken !== null ? t(`whatIf.broken.${broken}`) : same && t('whatIf.same')
  return (
    <aside className="what-if" aria-label={t('whatIf.title')}>
      <div className="sec">
        <h2>
          {t('whatIf.title')}
          <small>{t('whatIf.base', { version: active.version })}</small>
          {onClose && (
            <span className="rt">
              <LinkButton keyHint="Esc" onClick={onClose}>
                {t('common.close')}
              </LinkButton>
            </span>
          )}
        </h2>
        <Choice
          tabs
          label={t('whatIf.title')}
          value={part}
          onChange={onPart}
          options={parts.map(value => ({ value, label: t(`whatIf.part.${value}`) }))}
        />
        {part === 'tiers' && <WhatIfTiers draft={draft} onDraft={setDraft} view={view} />}
        {part === 'styles' && <WhatIfStyles draft={draft} onDraft={setDraft} />}
        {part === 'standards' && <WhatIfStandards draft={draft} onDraft={setDraft} />}
        {part === 'versions' && (
          <WhatIfVersions
            packs={packs}
            onActivate={version => void change(api.segmentRules.activate({ version }), t('whatIf.active', { version }))}
          />
        )}
        {broken !== null && (
          <p className="warn" role="alert">
            {t(`whatIf.broken.${broken}`)}
          </p>
        )}
        {error && (
          <p className="warn" role="alert">
            {failure(error)}
          </p>
        )}
      </div>
      {part !== 'versions' && (
        <form
          className="sec save"
          onSubmit={event => {
            event.preventDefault()
            if (typeof made !== 'string' && !same && name.trim() !== '')
              void change(api.segmentRules.save({ thresholds: made, name }), t('whatIf.saved', { name }))
          }}
        >
          <Field label={t('whatIf.name')} required maxLength={60} value={name} onValue={setName} />
          <Button onClick={() => setDraft(toDraft(active.thresholds, unit))} disabled={same && t('whatIf.same')}>
            {t('whatIf.reset')}
          </Button>
          <Button type="submit" kind="primary" disabled={reason}>
            {t('whatIf.save')}
          </Button>
        </form>
      )}
      {effect && part !== 'versions' && <WhatIfEffect effect={effect} />}
    </aside>
  )
}
