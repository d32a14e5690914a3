import type { ImportPack } from '../../model/import/import-pack.ts'

const invisible = /[\p{Cf}\p{Cc}]/gu

/** A cell without its guards: `="000001"`, a leading apostrophe, a tab, byte order marks; the text itself is kept as written. */
export const unguard = (raw: string): string => {
  const text = raw.replaceAll(/\s/g, ' ').replaceAll(invisible, '').trim()
  const guarded = /^="(.*)"$/s.exec(text)
  return (guarded?.[1] ?? text.replace(/^'/, '')).trim()
}

/** A cell for comparing and reading figures: unguarded, full-width digits, letters and brackets made half-width. */
export const plain = (raw: string): string => unguard(raw).normalize('NFKC').trim()

export const isMissing = (raw: string, pack: ImportPack): boolean => pack.missing.includes(plain(raw).toLowerCase())

const units: Readonly<Record<string, number>> = {
  元: 1,
  手: 1e2,
  千: 1e3,
  千元: 1e3,
  万: 1e4,
  万元: 1e4,
  百万: 1e6,
  百万元: 1e6,
  亿: 1e8,
  亿元: 1e8,
}

/** A column's head: its name in one spelling, and the factor its unit in brackets stands for (`总资产(万元)`: 10,000). */
export const readHeader = (raw: string): { readonly name: string; readonly factor: number } => {
  const text = plain(raw).toLowerCase()
  const unit = /[([]([^)\]]*)[)\]]/.exec(text)?.[1]?.trim() ?? ''
  const name = text
    .replaceAll(/[([][^)\]]*[)\]]/g, '')
    .replaceAll(/[\s:*]+/g, ' ')
    .trim()
  return { name, factor: units[unit] ?? 1 }
}
