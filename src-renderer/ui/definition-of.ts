import type { FigureCard } from '../../src-main/model/report/figure.ts'
import type { BiText } from '../../src-main/model/text.ts'

type Definition = { readonly name: BiText; readonly formula: BiText; readonly explanation?: BiText | null | undefined }

/** Texts that belong to the figures of one report, by the ids of definitions and reasons. */
export type Notes = {
  readonly definitions: Readonly<Record<string, Definition>>
  readonly reasons: Readonly<Record<string, BiText>>
}

/** A card names `id@version`; the texts are kept by id, all of one version. */
export const definitionOf = (notes: Notes, card: FigureCard | null): Definition | undefined =>
  card === null ? undefined : notes.definitions[card.definition.split('@')[0] ?? '']
