import { checkWording, type WordingFinding } from '../../domain/wording/check-wording.ts'
import type { WordingPack } from '../../model/wording-pack.ts'

const named = new WeakMap<WordingPack, WordingPack>()

/** The rules that name what they find, without the learned weights; one object a pack, so that it is compiled once. */
const namedRules = (wording: WordingPack): WordingPack => {
  const known = named.get(wording)
  if (known !== undefined) return known
  const { likeness: _, ...rules } = wording
  named.set(wording, rules)
  return rules
}

/** The line of a text around an offset, without the room at its ends. */
const lineAround = (text: string, at: number): string => {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length : end).trim()
}

/**
 * The check of everything that somebody wrote and that leaves for a client: mails, notes, letters that were changed.
 * Nothing goes out while it answers with a finding. Offsets are those within each text. Lines that still stand as the
 * program put them together (`composed`) are judged by the named rules only: a greeting holds a client's name, which the
 * learned weights know nothing of.
 */
export const outgoingFindings = (
  texts: readonly string[],
  wording: WordingPack,
  composed: readonly string[] = [],
): readonly WordingFinding[] => {
  const own = new Set(composed.flatMap(text => text.split('\n').map(line => line.trim())))
  return texts.flatMap(text =>
    checkWording(text, 'client', wording).filter(
      ({ rule, start }) => rule !== wording.likeness?.id || !own.has(lineAround(text, start)),
    ),
  )
}

/**
 * The same for what the program put together out of dated texts and facts: reports, letters of notices and events, texts
 * of a suggestion. Named rules only: the learned weights are made for what people write.
 */
export const composedFindings = (texts: readonly string[], wording: WordingPack): readonly WordingFinding[] =>
  outgoingFindings(texts, namedRules(wording))
