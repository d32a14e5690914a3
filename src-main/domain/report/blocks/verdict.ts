import { el, trusted, type Markup } from '../markup/markup.ts'

type Verdict = 'match' | 'mismatch' | 'undetermined'

const MARKS: Readonly<Record<Verdict, string>> = {
  match:
    '<circle cx="5.5" cy="5.5" r="4.9" fill="none" stroke="currentColor" stroke-width="1"/><path d="M3.2 5.7l1.7 1.7 3-3.6" fill="none" stroke="currentColor" stroke-width="1.2"/>',
  mismatch:
    '<rect width="11" height="11" rx="1.5" fill="var(--warn)"/><path d="M3.3 3.3l4.4 4.4M7.7 3.3l-4.4 4.4" stroke="var(--on-warn)" stroke-width="1.4"/>',
  undetermined:
    '<circle cx="5.5" cy="5.5" r="4.9" fill="none" stroke="currentColor" stroke-width="1.1" stroke-dasharray="2 1.55"/><path d="M4.1 4.5c0-1.9 2.8-1.9 2.8 0 0 .9-1.4 1-1.4 2" fill="none" stroke="currentColor" stroke-width="1"/><circle cx="5.5" cy="7.9" r=".65" fill="currentColor"/>',
}

/** Ring with a tick, filled square with a cross, dashed ring with a question mark. */
export const verdictMark = (verdict: Verdict, size = 11): Markup =>
  trusted(`<svg width="${size}" height="${size}" viewBox="0 0 11 11" aria-hidden="true">${MARKS[verdict]}</svg>`)

/** Mark and word; the comparison that decides stands beside it. */
export const verdictWord = (verdict: Verdict, word: string): Markup =>
  el`<span class="v${verdict === 'mismatch' ? ' no' : ''}">${verdictMark(verdict)}<span>${word}</span></span>`
