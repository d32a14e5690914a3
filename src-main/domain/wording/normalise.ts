/** A text made comparable, with the place every character came from. */
export interface NormalisedText {
  readonly text: string
  /** UTF-16 offset in the original of each UTF-16 unit of `text`, and one more for the end. */
  readonly from: readonly number[]
}

const cjk = /\p{Script=Han}/u
/** What people put between characters to slip past a filter. */
const filler = /[\s\u200b-\u200d\u2060\ufeff\u00ad*_·•|~^.-]/u

/** Chinese punctuation keeps its width: patterns stop at it, and a half-width comma may stand in a number. */
const marks = new Set('，；！？：')

interface Unit {
  readonly text: string
  readonly at: number
}

const units = (text: string, variants: Readonly<Record<string, string>>): readonly Unit[] => {
  const result: Unit[] = []
  let at = 0
  for (const char of text) {
    const plain = marks.has(char) ? char : char.normalize('NFKC')
    result.push({ text: variants[plain] ?? plain, at })
    at += char.length
  }
  return result
}

/**
 * Full width to half width, variants of characters to the usual one, and fillers between two Chinese characters
 * removed; line breaks stay. Never throws.
 */
export const normalise = (original: string, variants: Readonly<Record<string, string>>): NormalisedText => {
  const all = units(original, variants)
  let text = ''
  const from: number[] = []
  let lastKept = ''
  for (const [i, unit] of all.entries()) {
    if (filler.test(unit.text) && unit.text !== '\n' && cjk.test(lastKept)) {
      const next = all.slice(i + 1, i + 6).find(u => !filler.test(u.text) || u.text === '\n')
      if (next !== undefined && cjk.test(next.text)) continue
    }
    for (let k = 0; k < unit.text.length; k++) from.push(unit.at)
    text += unit.text
    lastKept = unit.text
  }
  from.push(original.length)
  return { text, from }
}
