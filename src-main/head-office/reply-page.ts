import { createHash } from 'node:crypto'
import texts from '../../resources/reply-page/texts.json' with { type: 'json' }

export type Language = 'zh-CN' | 'en'
type Text = keyof (typeof texts)['zh-CN']

export const languageOf = (accept: string | undefined): Language => (/^\s*en\b/i.test(accept ?? '') ? 'en' : 'zh-CN')

export const textOf = (
  language: Language,
  text: Text,
  values: Readonly<Record<string, string | number>> = {},
): string => texts[language][text].replaceAll(/\{(\w)\}/g, (_, name: string) => String(values[name] ?? ''))

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const style = `
:root{color-scheme:light dark;--ink:#14171C;--ink3:#626974;--paper:#FFFFFF;--line:#E4E7EB;--edge:#858C97;--accent:#1F4FBF;--warn:#854800}
@media(prefers-color-scheme:dark){:root{--ink:#E8EAED;--ink3:#8E96A3;--paper:#14171B;--line:#262B32;--edge:#69717D;--accent:#3A62CC;--warn:#F0B357}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:640px;padding:24px 16px;background:var(--paper);color:var(--ink);font:16px/1.6 Inter,"Noto Sans SC","Microsoft YaHei UI","PingFang SC",sans-serif}
h1{font-size:20px;line-height:28px;margin:0 0 4px;overflow-wrap:anywhere}
h2{font-size:18px;margin:24px 0 8px;border-top:1px solid var(--line);padding-top:16px}
p{margin:8px 0}
small,.note{color:var(--ink3);font-size:13px}
.thanks{margin:12px 0;padding:10px 12px;border-left:3px solid var(--accent);font-weight:600}
.warn{color:var(--warn);font-weight:600}
label{display:block;margin:8px 0}
fieldset{border:0;margin:0 0 12px;padding:0}
legend,label[for=question]{padding:0;font-weight:600}
fieldset label{margin:0;padding:10px 0}
input[type=text],textarea{width:100%;font:inherit;padding:10px;border:1px solid var(--edge);border-radius:3px;background:var(--paper);color:var(--ink)}
input[type=radio]{width:20px;height:20px;vertical-align:-4px;margin:0 8px 0 0}
button,.button{display:inline-block;min-height:44px;padding:10px 20px;border:0;border-radius:3px;background:#1F4FBF;color:#FFFFFF;font:inherit;text-decoration:none}
ol{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(84px,1fr));gap:8px}
ol a{display:block;text-align:center;min-height:44px;padding:8px 12px;border:1px solid var(--edge);border-radius:3px;color:inherit;text-decoration:none}
`

/** No script, nothing from elsewhere, no frame around it; only this one style. */
export const pageHeaders = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex',
} as const

const page = (language: Language, title: string, body: string): string =>
  `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main>${body}</main></body></html>
`

export const messagePage = (language: Language, text: Text): string =>
  page(
    language,
    textOf(language, 'title'),
    `<h1>${textOf(language, 'title')}</h1><p role="alert">${textOf(language, text)}</p>`,
  )

/** What was answered while the page was open for too long: it waits in the form that asks for the code again. */
export type KeptAnswers = Readonly<Record<string, string>>

const hidden = (kept: KeptAnswers): string =>
  Object.entries(kept)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('')

export const codePage = (language: Language, problem: string | null, kept: KeptAnswers = {}): string => {
  const t = (text: Text): string => textOf(language, text)
  return page(
    language,
    t('title'),
    `<h1>${t('title')}</h1><form method="post"><p>${t('codeHint')}</p>${problem === null ? '' : `<p class="warn" role="alert">${escapeHtml(problem)}</p>`}${'understood' in kept ? `<p class="thanks">${t('kept')}</p>` : ''}
<label for="code">${t('code')}</label><input type="text" id="code" name="code" inputmode="numeric" autocomplete="off" maxlength="12" required autofocus>${hidden(kept)}
<p><button>${t('open')}</button></p></form><p class="note">${t('note')}</p>`,
  )
}

export interface OpenPage {
  readonly title: string
  /** Where the files are, with the ticket. */
  readonly path: string
  readonly ticket: string
  readonly pages: number
  readonly until: string
  readonly notice: 'thanks' | 'incomplete' | 'again' | null
}

export const openPage = (language: Language, view: OpenPage): string => {
  const t = (text: Text, values: Readonly<Record<string, string | number>> = {}): string =>
    textOf(language, text, values)
  const choice = (name: string, question: Text, options: readonly (readonly [string, Text])[]): string =>
    `<fieldset><legend>${t(question)}</legend>${options
      .map(
        ([value, label]) => `<label><input type="radio" name="${name}" value="${value}" required>${t(label)}</label>`,
      )
      .join('')}</fieldset>`
  const list = Array.from(
    { length: view.pages },
    (_, i) => `<li><a href="${view.path}/page-${i + 1}.pdf">${t('page', { n: i + 1 })}</a></li>`,
  )
  const notice =
    view.notice === null
      ? ''
      : `<p class="${view.notice === 'incomplete' ? 'warn' : 'thanks'}" role="status">${t(view.notice)}</p>`
  // a form of its own has no file: it belongs to a report on paper, or one that came by mail
  const reading =
    view.pages === 0
      ? ''
      : `<p><a class="button" href="${view.path}/report.pdf">${t('whole', { n: view.pages })}</a></p>
<h2>${t('pages')}</h2><ol>${list.join('')}</ol>`
  const form = `<h2>${t('questions')}</h2><form method="post"><input type="hidden" name="ticket" value="${view.ticket}">
${choice('understood', 'understood', [
  ['yes', 'understoodYes'],
  ['partly', 'understoodPartly'],
  ['no', 'understoodNo'],
])}
${choice('contact', 'contact', [
  ['call', 'contactCall'],
  ['later', 'contactLater'],
  ['no', 'contactNo'],
])}
<label for="question">${t('question')}</label><textarea id="question" name="question" rows="3" maxlength="500"></textarea>
<p><button>${t('send')}</button></p></form>`
  // what was answered is not asked once more on the same page
  const asked = view.notice === 'thanks' ? `<p>${t('change')}</p>` : form
  return page(
    language,
    view.title,
    `<h1>${escapeHtml(view.title)}</h1><small>${t('until', { d: view.until })}</small>
${notice}${reading}
${asked}<p class="note">${t(view.pages === 0 ? 'noteForm' : 'note')}</p>`,
  )
}
