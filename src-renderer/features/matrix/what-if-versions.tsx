import type { ReactNode } from 'react'
import type { SegmentPackLine } from '../../../src-main/contract/segment-rules.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'

/** Versions of the rules in this book, the newest first; any of them can be put in force again. */
export const WhatIfVersions = ({
  packs,
  onActivate,
}: {
  readonly packs: readonly SegmentPackLine[]
  readonly onActivate: (version: string) => void
}): ReactNode => {
  const t = useT()
  const say = useSay()
  return (
    <ul className="versions">
      {packs.map(pack => (
        <li key={pack.version}>
          <b>{pack.version}</b>
          <span className="i2">{say(pack.name)}</span>
          {pack.active ? (
            <span className="s">{t('whatIf.inForce')}</span>
          ) : (
            <LinkButton onClick={() => onActivate(pack.version)}>{t('whatIf.activate')}</LinkButton>
          )}
          {pack.changes && <p className="i2">{say(pack.changes)}</p>}
          <p className="i3">{say(pack.origin)}</p>
        </li>
      ))}
    </ul>
  )
}
