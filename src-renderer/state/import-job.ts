import type { ImportOutcome, ImportPreview, ImportRequest, ImportStep } from '../../src-main/contract/imports.ts'
import { makeStore } from './store.ts'

export type RunningStep = Exclude<ImportStep, { readonly kind: 'preview' | 'written' | 'undone' | 'cancelled' }>

export type ImportState = {
  readonly source: string | null
  readonly mappings: ImportRequest['mappings']
  readonly clientId: string
  readonly preview: ImportPreview | null
  /** What runs, whatever screen is open. */
  readonly step: RunningStep | null
  readonly isStopping: boolean
  readonly failed: string | null
}

export type ImportEnd =
  | { readonly kind: 'written'; readonly outcome: ImportOutcome }
  | Extract<ImportStep, { readonly kind: 'preview' | 'undone' | 'cancelled' }>

const nothing: ImportState = {
  source: null,
  mappings: [],
  clientId: '',
  preview: null,
  step: null,
  isStopping: false,
  failed: null,
}

/** Outside the screen, so that an import goes on when the advisor looks at something else meanwhile. */
export const importJob = makeStore<ImportState>(nothing)

export const changeImport = (change: Partial<ImportState>): void => importJob.set({ ...importJob.get(), ...change })

/** Rows of clients are in it: forgotten with the book. */
export const forgetImport = (): void => importJob.set(nothing)

/** Follows the steps to their end; null when another piece of work runs already. */
export const followImport = async (
  begin: () => Promise<AsyncIterable<ImportStep>>,
  /** Null for what needs no word: the book was locked meanwhile. */
  say: (error: unknown) => string | null,
): Promise<ImportEnd | null> => {
  if (importJob.get().step !== null) return null
  changeImport({ step: { kind: 'opening' }, failed: null, isStopping: false })
  let end: ImportEnd | null = null
  try {
    for await (const step of await begin()) {
      if (step.kind === 'preview' || step.kind === 'written' || step.kind === 'undone' || step.kind === 'cancelled')
        end = step
      else changeImport({ step })
    }
  } catch (error) {
    changeImport({ failed: say(error) })
  }
  changeImport({ step: null, isStopping: false })
  return end
}
