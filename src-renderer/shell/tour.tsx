import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useT } from '../i18n/i18n.ts'
import { useKeys } from '../state/keys.ts'
import { Button } from '../ui/button.tsx'
import { showStep, tourStep, tourSteps, tourWanted } from './tour-steps.ts'
import { useIsOpen } from './use-session.ts'

const skip = (): void => tourStep.set(null)

const Strip = ({ at }: { readonly at: number }): ReactNode => {
  const t = useT()
  const go = useNavigate()
  const step = tourSteps[at]
  const last = at === tourSteps.length - 1
  const next = (): void => showStep(last ? tourSteps.length : at + 1, go)
  useKeys([
    { keys: ['N'], label: t(last ? 'tour.end' : 'tour.next'), run: next },
    { keys: ['Esc'], label: t('tour.skip'), run: skip },
  ])
  if (!step) return null
  return (
    <section className="tour" aria-label={t('tour.title')} aria-live="polite">
      <b>{t('tour.count', { at: at + 1, of: tourSteps.length })}</b>
      <p>{t(`tourText.${step.id}`)}</p>
      {at > 0 && (
        <Button kind="text" onClick={() => showStep(at - 1, go)}>
          {t('tour.previous')}
        </Button>
      )}
      <Button kind="text" keyHint="Esc" onClick={skip}>
        {t('tour.skip')}
      </Button>
      <Button keyHint="N" onClick={next}>
        {t(last ? 'tour.end' : 'tour.next')}
      </Button>
    </section>
  )
}

/** Two minutes through the screens after a first run; a strip below the page that covers nothing. */
export const Tour = (): ReactNode => {
  const go = useNavigate()
  const { pathname } = useLocation()
  const open = useIsOpen()
  const wanted = tourWanted.use()
  const at = tourStep.use()
  useEffect(() => {
    // the first files are chosen in peace; the tour begins with the first other screen
    if (!open || !wanted || pathname === '/import' || pathname === '/welcome') return
    tourWanted.set(false)
    showStep(0, go)
  }, [open, wanted, pathname, go])
  return open && at !== null ? <Strip key={at} at={at} /> : null
}
