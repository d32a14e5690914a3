import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { PDFDocument } from '@cantoo/pdf-lib'
import { readBytes } from './body.ts'
import type { Office } from './office.ts'
import {
  type KeptAnswers,
  type Language,
  type OpenPage,
  codePage,
  languageOf,
  messagePage,
  openPage,
  pageHeaders,
  textOf,
} from './reply-page.ts'
import { recordShareEvent } from './share-events.ts'
import { checkCode, hashToken } from './shares.ts'

interface Row {
  readonly id: string
  readonly client: string
  readonly report: string
  readonly title: string
  readonly expires_at: Date | string
  readonly withdrawn_at: Date | string | null
  readonly code_salt: string
  readonly code_hash: string
  readonly misses: number
  readonly locked_until: Date | string | null
  readonly pages: number
  readonly opened: number
  readonly answered: number
}

const columns =
  'id, client, report, title, expires_at, withdrawn_at, code_salt, code_hash, misses, locked_until, pages, opened, answered'
const ticketLife = 30 * 60_000

const mark = (office: Office, token: string, until: number): string =>
  `${until.toString(36)}.${createHmac('sha256', office.secret)
    .update(JSON.stringify(['ticket', token, until]))
    .digest('base64url')
    .slice(0, 22)}`

const ticketHolds = (office: Office, token: string, ticket: string): boolean => {
  const until = Number.parseInt(ticket.split('.')[0] ?? '', 36)
  if (!(until > office.now().getTime())) return false
  const [given, right] = [Buffer.from(ticket), Buffer.from(mark(office, token, until))]
  return given.length === right.length && timingSafeEqual(given, right)
}

const html = (
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: string,
  retryAfter?: number,
): void => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...pageHeaders,
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

const sendPdf = async (
  office: Office,
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
  share: Row,
  file: string,
): Promise<boolean> => {
  const number = /^page-(\d{1,4})\.pdf$/.exec(file)?.[1]
  const page = number === undefined ? null : Number(number)
  if ((page === null && file !== 'report.pdf') || (page !== null && (page < 1 || page > share.pages))) return false
  const [stored] = await office.db.query<{ pdf: Uint8Array | null }>('select pdf from shares where token_hash = $1', [
    hashToken(token),
  ])
  if (stored?.pdf == null) return false
  let bytes = stored.pdf
  if (page !== null) {
    const whole = await PDFDocument.load(bytes, { updateMetadata: false })
    const one = await PDFDocument.create()
    for (const copied of await one.copyPages(whole, [page - 1])) one.addPage(copied)
    bytes = await one.save()
  }
  if (request.method === 'GET')
    await office.db.transaction(async tx => {
      const seen = page === null ? Array.from({ length: share.pages }, (_, i) => i + 1) : [page]
      const [now] = await tx.query<{ n: number }>(
        `update shares set pages_read = (select array_agg(distinct p order by p) from unnest(pages_read || $2::int[]) as p)
         where token_hash = $1 returning cardinality(pages_read) as n`,
        [hashToken(token), seen],
      )
      await recordShareEvent(tx, share, {
        kind: 'pagesRead',
        mark: 'pages',
        at: office.now(),
        pages: now?.n ?? 0,
        answers: null,
      })
    })
  response.writeHead(200, {
    'content-type': 'application/pdf',
    'content-length': bytes.length,
    'content-disposition': `inline; filename="${file}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  })
  response.end(request.method === 'HEAD' ? undefined : Buffer.from(bytes))
  return true
}

/** Counts a miss under the row's lock; from the fifth on each doubles the wait. */
const countMiss = async (office: Office, token: string): Promise<void> => {
  const now = office.now().toISOString()
  await office.db.query(
    `update shares set misses = misses + 1,
       locked_until = case when misses + 1 >= 5 then $2::timestamptz + make_interval(secs => least(86400, 30 * 2 ^ (misses - 4))) else null end
     where token_hash = $1`,
    [hashToken(token), now],
  )
}

const answer = async (office: Office, token: string, share: Row, form: URLSearchParams): Promise<boolean> => {
  const understood = form.get('understood') ?? ''
  const contact = form.get('contact') ?? ''
  if (!['yes', 'partly', 'no'].includes(understood) || !['call', 'later', 'no'].includes(contact)) return false
  const question = (form.get('question') ?? '').slice(0, 500)
  await office.db.transaction(async tx => {
    const [now] = await tx.query<{ n: number }>(
      'update shares set answered = answered + 1 where token_hash = $1 returning answered as n',
      [hashToken(token)],
    )
    // Later answers than the ninth overwrite it, so that nobody can fill the book
    const n = Math.min(9, now?.n ?? 1)
    await recordShareEvent(tx, share, {
      kind: 'answered',
      mark: `answer-${n}`,
      at: office.now(),
      pages: null,
      answers: { understood, contact, question },
    })
  })
  return true
}

/** The answers of a form as they came, to be carried over. */
const answersIn = (form: URLSearchParams): KeptAnswers =>
  Object.fromEntries(
    ['understood', 'contact', 'question'].flatMap(name =>
      form.has(name) ? [[name, (form.get(name) ?? '').slice(0, 500)]] : [],
    ),
  )

const open = async (office: Office, token: string, share: Row): Promise<void> =>
  office.db.transaction(async tx => {
    const [now] = await tx.query<{ n: number }>(
      'update shares set opened = opened + 1, misses = 0, locked_until = null where token_hash = $1 returning opened as n',
      [hashToken(token)],
    )
    const n = Math.min(20, now?.n ?? 1)
    await recordShareEvent(tx, share, {
      kind: 'opened',
      mark: `open-${n}`,
      at: office.now(),
      pages: null,
      answers: null,
    })
  })

const post = async (
  office: Office,
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
  share: Row,
  language: Language,
): Promise<void> => {
  const form = new URLSearchParams((await readBytes(request, 8192)).toString('utf8'))
  const kept = answersIn(form)
  const now = office.now().getTime()
  let notice: OpenPage['notice'] = share.answered > 0 ? 'again' : null
  let ticket = form.get('ticket')
  if (ticket === null) {
    const wait = Math.ceil(((share.locked_until === null ? 0 : new Date(share.locked_until).getTime()) - now) / 1000)
    if (wait > 0)
      return html(request, response, 429, codePage(language, textOf(language, 'slow', { s: wait }), kept), wait)
    if (!(await checkCode((form.get('code') ?? '').trim(), share.code_salt, share.code_hash))) {
      await countMiss(office, token)
      return html(request, response, 403, codePage(language, textOf(language, 'wrong'), kept))
    }
    await open(office, token, share)
    ticket = mark(office, token, now + ticketLife)
    // what was typed before the page ran out of its time
    if ('understood' in kept && (await answer(office, token, share, form))) notice = 'thanks'
  } else {
    if (!ticketHolds(office, token, ticket))
      return html(request, response, 403, codePage(language, textOf(language, 'timeout'), kept))
    notice = (await answer(office, token, share, form)) ? 'thanks' : 'incomplete'
  }
  const until = new Date(share.expires_at).toISOString().slice(0, 10)
  html(
    request,
    response,
    200,
    openPage(language, {
      title: share.title,
      path: `/r/${token}/${ticket}`,
      ticket,
      pages: share.pages,
      until,
      notice,
    }),
  )
}

/** `GET` and `POST /r/<token>`, `GET /r/<token>/<ticket>/report.pdf` and `…/page-3.pdf` */
export const reply = async (
  office: Office,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> => {
  const language = languageOf(request.headers['accept-language'])
  const [, , token = '', ticket, file] = path.split('/')
  const [share] = await office.db.query<Row>(`select ${columns} from shares where token_hash = $1`, [hashToken(token)])
  if (share === undefined) return html(request, response, 404, messagePage(language, 'missing'))
  if (share.withdrawn_at !== null || new Date(share.expires_at).getTime() <= office.now().getTime())
    return html(request, response, 410, messagePage(language, 'gone'))
  if (ticket === undefined)
    return request.method === 'POST'
      ? post(office, request, response, token, share, language)
      : html(request, response, 200, codePage(language, null))
  if (!ticketHolds(office, token, ticket)) return html(request, response, 403, messagePage(language, 'timeout'))
  if (file === undefined || !(await sendPdf(office, request, response, token, share, file)))
    html(request, response, 404, messagePage(language, 'missing'))
}
