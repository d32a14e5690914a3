import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import type { ImportState, RunningStep } from '../../state/import-job.ts'

const shareOf = (step: RunningStep): number => {
  if (step.kind === 'opening') return 0
  if (step.kind === 'reading') return step.share
  return step.of === 0 ? 1 : step.rows / step.of
}

const noteOf = (step: RunningStep): string =>
  step.kind === 'undoing' || step.kind === 'redoing' ? `${step.kind}Note` : 'stopNote'

/** What runs, how far it is, and the way to stop it. */
export const ImportProgress = ({
  state,
  onCancel,
}: {
  readonly state: ImportState
  readonly onCancel: () => void
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { step, isStopping } = state
  if (step === null) return null
  const words = (): string => {
    if (step.kind === 'opening') return t('import.opening')
    if (step.kind === 'reading')
      return t('import.reading', {
        file: step.file,
        rows: f.int(step.rows),
        of: f.int(step.share > 0 ? Math.round(step.rows / step.share) : step.rows),
      })
    return t(`import.${step.kind}`, { rows: f.int(step.rows), of: f.int(step.of) })
  }
  return (
    <div className="imp-run" role="status" aria-label={t('import.running')}>
      <progress value={shareOf(step)} max={1} aria-label={t('import.running')} />
      <span className="m">{words()}</span>
      <span className="i2">{t(`import.${noteOf(step)}`)}</span>
      {step.kind !== 'redoing' && (
        <Button keyHint="Esc" onClick={onCancel} disabled={isStopping && t('import.stopping')}>
          {t(isStopping ? 'import.stopping' : 'import.stop')}
        </Button>
      )}
    </div>
  )
}
