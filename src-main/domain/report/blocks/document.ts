import type { FinishedReport, ReportSetup } from '../../../model/report/report-setup.ts'
import { el, joined, trusted, type Part } from '../markup/markup.ts'
import { linesOf } from './measure.ts'
import type { Page } from './paginate.ts'
import { phrase } from './phrase.ts'
import { sayOf, type Say } from './say.ts'
import { PAGE_WIDTH } from './text-blocks.ts'

type DocumentText = {
  readonly title: string
  /** Right side of the running header before date and report id: masked client or fund. */
  readonly subject: readonly string[]
  readonly asOf: string
  readonly pages: readonly Page[]
  readonly statements: readonly string[]
}

/** Relative luminance contrast of #rrggbb against white. */
const contrastOnWhite = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(i => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}

/** The firm's accent replaces the blue where white text stays readable on it; the other steps of the hue follow from it. */
const accentCss = (accent: string | null): string => {
  if (accent === null || contrastOnWhite(accent) < 4.5) return ''
  const mix = (share: number) => `color-mix(in srgb,${accent} ${share}%,#fff)`
  return `:root{--accent:${accent};--c1:${accent};--c2:${mix(80)};--c3:${mix(46)};--c4:${mix(25)};--k1:${mix(7)};--k2:${mix(17)};--k3:${mix(35)};--k4:${mix(64)};--k5:${mix(92)}}`
}

/** Points of notes and furniture. */
const NOTE = 7.5

const footer = (setup: ReportSetup, say: Say, asOf: string, page: number, of: number): Part => {
  const { advisor, firm, locale } = setup
  const comma = say('common.comma')
  const house = [firm.name, advisor.branch ?? ''].filter(Boolean).join(locale === 'en' ? comma : '')
  const { name, licence } = advisor
  const who = say('document.footerAdvisor', { name, licence, house: house === '' ? '' : comma + house })
  const packs = setup.versions.map(v => `${comma}${v.name} ${v.version}`).join('')
  const data = say('document.footerData', { asOf, packs })
  const past = say('document.pastPerformance')
  const pages = el`<span class="pg">${say('document.pageOf', { page, of })}</span>`
  // the foot has two lines: long names of packs take the second one alone
  if (linesOf(`${data}　${past}`, NOTE, PAGE_WIDTH) === 1)
    return el`<footer class="rf"><span>${who}</span>${pages}<span>${data}</span><span class="r">${past}</span></footer>`
  return el`<footer class="rf"><span>${who}　${past}</span>${pages}<span class="all">${data}</span></footer>`
}

/** Whole page sequence as one HTML document: strict content policy, no script, nothing from a network. */
export const reportDocument = (setup: ReportSetup, text: DocumentText): FinishedReport => {
  const en = setup.locale === 'en'
  const internal = setup.edition === 'internal'
  const say = sayOf(setup)
  const edition = say(internal ? 'document.internalEdition' : 'document.clientEdition')
  const right = [...text.subject, setup.date, say('document.reportId', { id: setup.reportId })].join('　')
  const sections = text.pages.map(
    (page, i) =>
      el`<section class="page"><div class="rh"><span><b>${text.title}</b>　<span class="${internal ? 'edition' : ''}">${edition}</span></span><span>${right}</span></div><div class="body">${page.body}</div>${page.notes.length === 0 ? null : el`<p class="note end">${phrase(page.notes.join(en ? ' ' : ''))}</p>`}${footer(setup, say, text.asOf, i + 1, text.pages.length)}</section>`,
  )
  const swap = setup.redIsUp ? '' : ':root{--up:#0B6840;--down:#B3121F}'
  const title = `${text.title} ${setup.reportId}`
  const document = el`<!doctype html><html lang="${en ? 'en' : 'zh-CN'}"><head><meta charset="utf-8" /><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:" /><title>${title}</title><style>${trusted(`${setup.css}${accentCss(setup.firm.accent)}${swap}`)}</style></head><body>${joined(sections)}</body></html>`
  return {
    html: document.markup,
    title: title.replaceAll(/[\x3C\x3E\x26\x22\x27]/g, ''),
    language: setup.locale,
    pages: text.pages.length,
    statements: text.statements,
    reportId: setup.reportId,
    edition: setup.edition,
    date: setup.date,
  }
}
