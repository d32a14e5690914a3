import { useState } from 'react'
import type { ReactNode } from 'react'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import { ClientLink } from './client-link.tsx'

/** Batches of drafts made for this product: each letter can be read and copied, a whole batch taken back. */
export const DraftList = ({
  code,
  onTakeBack,
}: {
  readonly code: string
  readonly onTakeBack: (id: string) => Promise<void>
}): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const [shown, setShown] = useState<string | null>(null)
  const { data } = useAsk(['products', 'drafts', code], api => api.products.drafts({ code }))
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text)
    tell(t('products.copied'))
  }
  return data?.map(batch => (
    <div className="sec" key={batch.id}>
      <h2>
        {t('products.batch', { what: t(`products.view.${batch.event.kind}`), count: batch.drafts.length })}
        <small>{f.dateTime(batch.madeAt)}</small>
        <span className="rt">
          <Button low kind="text" onClick={() => void onTakeBack(batch.id)}>
            {t('products.takeBack')}
          </Button>
        </span>
      </h2>
      <ul className="drafts">
        {batch.drafts.map(draft => (
          <li key={draft.taskId}>
            <ClientLink id={draft.clientId} name={draft.clientName} />
            <span className={draft.findings > 0 ? 'warn' : 'i3'}>
              {draft.findings > 0 ? t('products.draftFindings', { count: draft.findings }) : t('products.draftReady')}
            </span>
            <button
              type="button"
              className="link"
              aria-expanded={shown === draft.taskId}
              onClick={() => setShown(shown === draft.taskId ? null : draft.taskId)}
            >
              {t('products.readDraft')}
            </button>
            {shown === draft.taskId && (
              <div className="letter">
                <p>{say(draft.letter)}</p>
                {draft.alternative && (
                  <p className="i3">
                    {t('products.alternative', { name: draft.alternative.name, code: draft.alternative.code })}
                  </p>
                )}
                <Button
                  low
                  disabled={draft.findings > 0 && t('products.draftFindings', { count: draft.findings })}
                  onClick={() => void copy(say(draft.letter))}
                >
                  {t('products.copy')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  ))
}
