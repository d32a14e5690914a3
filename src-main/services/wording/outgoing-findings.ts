import { checkWording, type WordingFinding } from '../../domain/wording/check-wording.ts'
import type { WordingPack } from '../../model/wording-pack.ts'

/**
 * The check of everything that leaves for a client: reports, mails, notes and drafts hand their texts to this one function,
 * and nothing goes out while it answers with a finding. Offsets are those within each text.
 */
export const outgoingFindings = (texts: readonly string[], wording: WordingPack): readonly WordingFinding[] =>
  texts.flatMap(text => checkWording(text, 'client', wording))
