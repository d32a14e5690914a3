import type { ReactNode } from 'react'
import type { MatrixView } from '../../../src-main/contract/matrix.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { Field } from '../../ui/field.tsx'
import type { Draft } from './what-if-draft.ts'

const RISING = [2, 3, 4, 5] as const

type PartProps = {
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}

/** Marks of the tiers: assets, value, and where a client stays. */
export const WhatIfTiers = ({ draft, onDraft, view }: PartProps & { readonly view: MatrixView }): ReactNode => {
  const t = useT()
  const say = useSay()
  const marks = (kind: 'assets' | 'values'): ReactNode =>
    RISING.map(tier => {
      const name = view.tiers.find(each => each.tier === tier)?.name
      return (
        <Field
          key={tier}
          label={`${tier} ${name ? say(name) : ''}`}
          inputMode="decimal"
          value={draft[kind][tier - 2] ?? ''}
          onValue={typed => onDraft({ ...draft, [kind]: draft[kind].with(tier - 2, typed) })}
        />
      )
    })
  return (
    <>
      <p className="i2">{t('whatIf.assets')}</p>
      <div className="marks">{marks('assets')}</div>
      <p className="i2">{t('whatIf.values')}</p>
      <div className="marks">{marks('values')}</div>
      <div className="marks two-fields">
        <Field
          label={t('whatIf.keep')}
          inputMode="decimal"
          value={draft.keep}
          onValue={keep => onDraft({ ...draft, keep })}
        />
        <Field
          label={t('whatIf.keepPoints')}
          inputMode="decimal"
          value={draft.points}
          onValue={points => onDraft({ ...draft, points })}
        />
      </div>
    </>
  )
}
