import { useQueryClient } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { SegmentPackLine, Thresholds } from '../../../src-main/contract/segment-rules.ts'
import { Thresholds as ThresholdsSchema } from '../../../src-main/contract/segment-rules.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormat } from '../../ui/format.ts'
import { styles, tiers } from './selection.ts'

const FEN_PER_WAN = 1_000_000
const FEN = 100
const SHOWN = 40

type Draft = {
  readonly assets: readonly string[]
  readonly values: readonly string[]
  readonly keep: string
  readonly points: string
}

const toDraft = (t: Thresholds): Draft => ({
  assets: t.assetMarks.map(mark => String(mark / FEN_PER_WAN)),
  values: t.valueMarks.map(mark => String(mark / FEN)),
  keep: String(Math.round(t.keep * 1000) / 10),
  points: String(t.keepPoints),
})

const fromDraft = (draft: Draft): Thresholds | null =>
  ThresholdsSchema.safeParse({
    assetMarks: draft.assets.map(text => Math.round(Number(text) * FEN_PER_WAN)),
    valueMarks: draft.values.map(text => Math.round(Number(text) * FEN)),
    keep: Number(draft.keep) / 100,
    keepPoints: Number(draft.points),
  }).data ?? null

/** Moves thresholds and shows who would move; nothing changes before it is saved as a new version. */
export const WhatIfPanel = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const packs = useAsk(['matrix', 'packs'], api => api.segmentRules.packs({})).data
  const active = packs?.find(pack => pack.active)
  return active ? <WhatIfForm key={active.version} active={active} packs={packs ?? []} onClose={onClose} /> : null
}

const WhatIfForm = ({
  active,
  packs,
  onClose,
}: {
  readonly active: SegmentPackLine
  readonly packs: readonly SegmentPackLine[]
  readonly onClose: () => void
}): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const go = useNavigate()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const [draft, setDraft] = useState(() => toDraft(active.thresholds))
  const [name, setName] = useState('')
  const thresholds = fromDraft(draft)
  const asked = thresholds ?? active.thresholds
  const { data: effect } = useAsk(['matrix', 'whatIf', active.version, asked], a => a.segmentRules.whatIf(asked))
  useKeys([{ keys: ['Esc'], label: t('common.close'), run: onClose }])
  const change = async (work: Promise<unknown>, text: string): Promise<void> => {
    try {
      await work
      tell(text)
    } catch (e) {
      tell(failure(e))
    }
    await queries.invalidateQueries()
  }
  const marks = (kind: 'assets' | 'values'): ReactNode =>
    tiers
      .filter(tier => tier > 1)
      .map(tier => (
        <Field
          key={tier}
          label={t(kind === 'assets' ? 'whatIf.assetMark' : 'whatIf.valueMark', { tier, name: t(`tierName.${tier}`) })}
          inputMode="decimal"
          value={draft[kind][tier - 2] ?? ''}
          onValue={text => setDraft({ ...draft, [kind]: draft[kind].with(tier - 2, text) })}
        />
      ))
  return (
    <aside className="what-if" aria-label={t('whatIf.title')}>
      <div className="sec">
        <h2>
          {t('whatIf.title')}
          <small>{t('whatIf.base', { version: active.version })}</small>
          <span className="rt">
            <LinkButton keyHint="Esc" onClick={onClose}>
              {t('common.close')}
            </LinkButton>
          </span>
        </h2>
        <p className="i3">{say(active.origin)}</p>
        <div className="marks">
          {marks('assets')}
          {marks('values')}
          <Field
            label={t('whatIf.keep')}
            inputMode="decimal"
            value={draft.keep}
            onValue={keep => setDraft({ ...draft, keep })}
          />
          <Field
            label={t('whatIf.keepPoints')}
            inputMode="decimal"
            value={draft.points}
            onValue={points => setDraft({ ...draft, points })}
          />
        </div>
        {thresholds === null && (
          <p className="warn" role="alert">
            {t('whatIf.invalid')}
          </p>
        )}
      </div>
      {effect && (
        <div className="sec">
          <h2>
            {t('whatIf.moved', { n: f.int(effect.moved) })}
            <small>
              {t('whatIf.movedHow', { up: f.int(effect.up), down: f.int(effect.down), style: f.int(effect.style) })}
            </small>
          </h2>
          <table className="counts">
            <thead>
              <tr>
                <th>{t('matrix.tier')}</th>
                {styles.map(style => (
                  <th key={style} className="r">
                    {t(`style.${style}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tiers.map(tier => (
                <tr key={tier}>
                  <td>
                    {tier} {t(`tierName.${tier}`)}
                  </td>
                  {styles.map(style => {
                    const cell = effect.cells.find(c => c.tier === tier && c.style === style)
                    const by = (cell?.after ?? 0) - (cell?.before ?? 0)
                    return (
                      <td key={style} className="r">
                        {f.int(cell?.after ?? 0)}{' '}
                        <span className={by === 0 ? 'i3' : 's'}>{by === 0 ? '' : f.signed(by, 0)}</span>
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
          <div className="mv">
            {effect.clients.slice(0, SHOWN).map(c => (
              <Fragment key={c.clientId}>
                <button
                  type="button"
                  title={c.name}
                  onClick={() => void go(`/clients/${encodeURIComponent(c.clientId)}`)}
                >
                  {c.name}
                </button>
                <span>
                  {say(c.from)} → {say(c.to)}
                </span>
              </Fragment>
            ))}
          </div>
        </div>
      )}
      <form
        className="sec save"
        onSubmit={event => {
          event.preventDefault()
          if (thresholds !== null && name.trim() !== '')
            void change(api.segmentRules.save({ thresholds, name }), t('whatIf.saved', { name }))
        }}
      >
        <Field label={t('whatIf.name')} required maxLength={60} value={name} onValue={setName} />
        <Button type="submit" kind="primary" disabled={thresholds === null && t('whatIf.invalid')}>
          {t('whatIf.save')}
        </Button>
      </form>
      <div className="sec">
        <h2>{t('whatIf.versions')}</h2>
        <div className="mv">
          {packs.map(pack => (
            <Fragment key={pack.version}>
              {pack.active ? (
                <b>{pack.version}</b>
              ) : (
                <button
                  type="button"
                  onClick={() =>
                    void change(
                      api.segmentRules.activate({ version: pack.version }),
                      t('whatIf.active', { version: pack.version }),
                    )
                  }
                >
                  {pack.version}
                </button>
              )}
              <span className="i2">
                {say(pack.name)} {pack.active ? t('whatIf.inForce') : ''}
              </span>
            </Fragment>
          ))}
        </div>
      </div>
    </aside>
  )
}
