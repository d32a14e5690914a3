/** Half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

const sentenceEnd = /[。！？!?;；\n]|\.(?=\s|$)/u
const clauseEnd = /[，,。！？!?;；\n：:]|\.(?=\s|$)/u

const before = (text: string, at: number, end: RegExp): number => {
  for (let i = at - 1; i >= 0; i--) if (end.test(text.slice(i, i + 2)) && end.test(text[i] ?? '')) return i + 1
  return 0
}

const after = (text: string, at: number): number => {
  for (let i = at; i < text.length; i++) {
    const hit = sentenceEnd.exec(text.slice(i, i + 2))
    if (hit !== null && hit.index === 0) return i + 1
  }
  return text.length
}

/** The sentence around a span, its closing mark included. */
export const sentenceAround = (text: string, span: Span): Span => ({
  start: before(text, span.start, sentenceEnd),
  end: after(text, Math.max(span.start, span.end - 1)),
})

/** The sentences of a text, their closing marks included. */
export const sentencesOf = (text: string): readonly Span[] => {
  const sentences: Span[] = []
  for (let start = 0; start < text.length;) {
    const end = after(text, start)
    sentences.push({ start, end })
    start = end
  }
  return sentences
}

/** Where the clause that holds an offset begins; a colon begins one too. */
export const clauseStart = (text: string, at: number): number => before(text, at, clauseEnd)

/** All matches of a global expression, empty ones left out. `matchAll` would copy the expression for every text. */
export const spansOf = (text: string, expression: RegExp): readonly Span[] => {
  const spans: Span[] = []
  expression.lastIndex = 0
  for (let found = expression.exec(text); found !== null; found = expression.exec(text)) {
    const [whole] = found
    if (whole === '') expression.lastIndex += (text.codePointAt(found.index) ?? 0) > 0xffff ? 2 : 1
    else spans.push({ start: found.index, end: found.index + whole.length })
  }
  return spans
}

/** Whether the outer span holds the whole inner one. */
export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && outer.end >= inner.end

/** Whether two spans share a character. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Longest piece that is checked at once, in UTF-16 units; keeps the work linear in the length of the text. */
const chunkLength = 1000

/** The text cut into lines, and long lines at ends of sentences. */
export const chunksOf = (text: string): readonly Span[] => {
  const chunks: Span[] = []
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const line = text[i] === '\n'
    const long = i - start >= chunkLength && sentenceEnd.test(text[i] ?? '')
    const tooLong = i - start >= chunkLength * 4
    if (!line && !long && !tooLong) continue
    chunks.push({ start, end: i + 1 })
    start = i + 1
  }
  if (start < text.length) chunks.push({ start, end: text.length })
  return chunks
}
