import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBrowserPrinter } from '../../../src-main/adapters/pdf/browser-printer.ts'
import { findBrowser } from '../../../src-main/adapters/pdf/find-browser.ts'
import { createReportPrinter } from '../../../src-main/adapters/pdf/report-printer.ts'
import { renderAccountReport } from '../../../src-main/domain/report/render-account-report.ts'
import type { ReportPrinter } from '../../../src-main/services/ports/pdf-printer.ts'
import { fontKinds, pdfFacts } from '../../helpers/pdf-facts.ts'
import { accountReport, fundsOf, reportSetup } from '../../helpers/report-fixtures.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const path = findBrowser()
const account = accountReport()
const finished = renderAccountReport(account, reportSetup(), fundsOf(account))
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const start = (timeoutMs = 60_000) => createBrowserPrinter({ executablePath: path ?? '', timeoutMs })
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const bare = (text: string) => text.replaceAll(/\s/g, '')

describe.skipIf(path === null)('a printed account report', () => {
  let printer: ReportPrinter
  let pdf: Uint8Array
  beforeAll(async () => {
    const made = createReportPrinter()
    if (made === null) throw new Error('no printer')
    printer = made
    pdf = (await printer.print(finished)).pdf
  })
  afterAll(() => printer.close())

  it('embeds six TrueType subsets at most and nothing else, in at most 600 KB', async () => {
    const kinds = await fontKinds(pdf)
    expect(new Set(kinds)).toEqual(new Set(['/CIDFontType2 FontFile2']))
    expect(kinds.length).toBeLessThanOrEqual(6)
    expect(pdf.length).toBeLessThanOrEqual(600 * 1024)
  })

  it('has as many pages as promised, a title, a language, tags and a bookmark for each chapter', async () => {
    const facts = await pdfFacts(pdf)
    expect(facts.pages).toBe(finished.pages)
    expect(facts.title).toBe(finished.title)
    expect(facts.language).toBe('zh-CN')
    expect(facts.tagged).toBe(true)
    expect(facts.outline).toEqual(expect.arrayContaining(['账户诊断报告', '资产与收益', '适当性', '调整方案']))
  })

  it('gives its text back as it was written, without Kangxi radicals', async () => {
    const text = bare((await pdfFacts(pdf)).text)
    expect(text).not.toMatch(/[\u2F00-\u2FDF]/)
    expect(finished.statements.length).toBeGreaterThan(20)
    expect(finished.statements.filter(s => !text.includes(bare(s)))).toEqual([])
  })

  it('is the same, byte for byte, from the same and from another browser process', async () => {
    expect(sha256((await printer.print(finished)).pdf)).toBe(sha256(pdf))
    const other = createReportPrinter()
    try {
      expect(sha256((await other?.print(finished))?.pdf ?? new Uint8Array())).toBe(sha256(pdf))
    } finally {
      await other?.close()
    }
  })

  it('opens with its password only', async () => {
    const { pdf: locked } = await printer.print({ ...finished, password: '临江2026' })
    await expect(pdfFacts(locked)).rejects.toThrow(/password/i)
    expect((await pdfFacts(locked, '临江2026')).pages).toBe(finished.pages)
  })

  it('draws every page inside its margins, none of them empty, and readable in grey', () => {
    using temporary = temporaryFolder()
    const folder = temporary.path
    const file = join(folder, 'report.pdf')
    writeFileSync(file, pdf)
    try {
      execFileSync('pdftoppm', ['-r', '40', '-gray', '-png', file, join(folder, 'page')])
    } catch {
      console.log('skipped: pdftoppm is not installed')
      return
    }
    const pages = readdirSync(folder).filter(f => f.endsWith('.png'))
    expect(pages).toHaveLength(finished.pages)
    for (const name of pages) {
      const { width, height, data } = PNG.sync.read(readFileSync(join(folder, name)))
      const margin = Math.floor((width * 14) / 210)
      let ink = 0
      let outside = 0
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          if ((data[(y * width + x) * 4] ?? 255) > 200) continue
          ink += 1
          if (x < margin || x >= width - margin) outside += 1
        }
      expect([name, outside, ink > (width * height) / 200]).toEqual([name, 0, true])
    }
  })
})

describe.skipIf(path === null)('the browser behind it', () => {
  let server: Server
  let hits: string[]
  let origin: string
  beforeAll(async () => {
    hits = []
    server = createServer((request, response) => {
      hits.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done)
    })
    const address = server.address()
    origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  })
  afterAll(() => {
    server.close()
  })

  it('runs no script and asks nothing of a network or a disk, whatever the page holds', async () => {
    const printer = start()
    try {
      const html = `<!doctype html><title>x</title><link rel="stylesheet" href="${origin}/css"><style>@import "${origin}/import";
        @font-face{font-family:F;src:url(${origin}/font)} body{font-family:F;background:url(${origin}/background)}</style>
        <body><p>unchanged</p><img src="${origin}/img" onerror="document.body.textContent='ran'"><iframe src="${origin}/frame"></iframe>
        <iframe src="file:///etc/hostname"></iframe><script src="${origin}/script"></script><script>document.body.textContent='ran'</script>
        <meta http-equiv="refresh" content="0;url=${origin}/refresh"></body>`
      const { text } = await pdfFacts(await printer.print(html))
      expect(text).toContain('unchanged')
      expect(text).not.toContain('ran')
      expect(hits).toEqual([])
    } finally {
      await printer.close()
    }
  })

  it('is started again after it died, and the report is made anyway', async () => {
    const printer = start()
    try {
      await printer.print('<p>one</p>')
      process.kill(printer.processId() ?? 0, 'SIGKILL')
      expect((await pdfFacts(await printer.print('<p>two</p>'))).text).toContain('two')
    } finally {
      await printer.close()
    }
  })

  it('is started again when it hangs', async () => {
    const printer = start(8000)
    try {
      await printer.print('<p>one</p>')
      const hung = printer.processId() ?? 0
      process.kill(hung, 'SIGSTOP')
      expect((await pdfFacts(await printer.print('<p>two</p>'))).text).toContain('two')
      expect(printer.processId()).not.toBe(hung)
    } finally {
      await printer.close()
    }
  })

  it('is given up when it does not even answer its start; nothing of it is left running', async () => {
    using temporary = temporaryFolder()
    const program = join(temporary.path, 'mute')
    writeFileSync(program, `#!/bin/sh\necho $$ >> ${temporary.path}/pids\nexec sleep 600\n`, { mode: 0o755 })
    const printer = createBrowserPrinter({ executablePath: program, timeoutMs: 4000 })
    await expect(printer.print('<p>one</p>')).rejects.toThrow('no answer of the browser')
    const pids = readFileSync(join(temporary.path, 'pids'), 'utf8').trim().split('\n').map(Number)
    expect(pids).toHaveLength(2)
    await expect.poll(() => pids.filter(isAlive), { timeout: 10_000 }).toEqual([])
    await printer.close()
  })
})

const broken = (folder: string): string => {
  const program = join(folder, 'broken')
  writeFileSync(program, `#!/bin/sh\necho x >> ${folder}/starts\nexit 1\n`, { mode: 0o755 })
  return program
}
const starts = (folder: string): number => readFileSync(join(folder, 'starts'), 'utf8').trim().split('\n').length

describe.skipIf(path === null)('where the usual printer cannot', () => {
  // the program's own window, played by the browser that is here: the same page, printed elsewhere
  const other = start()
  afterAll(() => other.close())
  const desktop = { printToPdf: (html: string) => other.print(html) }

  it('the other one makes the report, says so, and is not kept waiting by the broken one again', async () => {
    using temporary = temporaryFolder()
    const heard: unknown[] = []
    const printer = createReportPrinter({ browserPath: broken(temporary.path), desktop, log: e => heard.push(e) })
    const first = await printer?.print(finished)
    const where = join(temporary.path, 'broken')
    expect(first).toMatchObject({ by: 'desktop', instead: { where, why: 'failed' } })
    expect((await pdfFacts(first?.pdf ?? new Uint8Array())).pages).toBe(finished.pages)
    // tried twice, logged once; the next report goes straight to the other one
    expect([starts(temporary.path), heard.length]).toEqual([2, 1])
    expect(await printer?.print(finished)).toMatchObject({ by: 'desktop', instead: { where, why: 'failed' } })
    expect(starts(temporary.path)).toBe(2)
    expect(printer?.fault()).toEqual({ where, why: 'failed' })
    await printer?.close()
  })

  it('a browser that is not there is told at once, and used as soon as it is', async () => {
    using temporary = temporaryFolder()
    const where = join(temporary.path, 'later')
    const printer = createReportPrinter({ browserPath: where, desktop })
    expect(printer?.fault()).toEqual({ where, why: 'absent' })
    expect(await printer?.print(finished)).toMatchObject({ by: 'desktop', instead: { where, why: 'absent' } })
    symlinkSync(path ?? '', where)
    expect(printer?.fault()).toBeNull()
    expect(await printer?.print(finished)).toMatchObject({ by: 'browser', instead: null })
    await printer?.close()
  })

  it('a page that neither can print is an error, and the usual printer is tried again', async () => {
    using temporary = temporaryFolder()
    const refusing = { printToPdf: () => Promise.reject(new Error('the window cannot either')) }
    const printer = createReportPrinter({ browserPath: broken(temporary.path), desktop: refusing })
    await expect(printer?.print(finished)).rejects.toThrow('the window cannot either')
    expect(printer?.fault()).toBeNull()
    await printer?.close()
  })

  it('another browser of this computer takes over on the command line', async () => {
    const printer = createReportPrinter({ browserPath: '/nowhere/browser' })
    expect(await printer?.print(finished)).toMatchObject({
      by: 'browser',
      instead: { where: '/nowhere/browser', why: 'absent' },
    })
    await printer?.close()
  })
})
