import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { runAdvisor, type Ran } from '../../helpers/run-advisor.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-cli-'))
  writeFileSync(join(folder, '客户.csv'), '客户号,姓名,总资产\n1,陆知远,"1,000.50"\n2,王小明,x\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (line: string, passcode: string | null = 'secret-1'): Promise<Ran> =>
  runAdvisor(line.split(' '), passcode === null ? {} : { ADVISOR_PASSCODE: passcode }, folder)

const lines = (text: string): number => text.trimEnd().split('\n').length

describe('the command line with files', () => {
  test('imports into a new encrypted book, keeps a backup, and restores it elsewhere', async () => {
    const imported = await run('import 客户.csv --home one --json')
    expect([imported.code, lines(imported.out)]).toEqual([0, 1])
    expect(JSON.parse(imported.out)).toMatchObject({
      counts: [{ stream: 'clients', added: 1, changed: 0, same: 0 }],
      rejected: 1,
    })
    const kept = await run('backup book.backup --home one --json')
    expect([kept.code, JSON.parse(kept.out)]).toMatchObject([0, { path: join(folder, 'book.backup') }])
    expect((await run('restore book.backup --home two --json')).code).toBe(0)
    const client = await run('client 1 --home two --json')
    // 1,000.50 yuan
    expect(JSON.parse(client.out)).toMatchObject({ id: '1', name: '陆知远', assets: 100_050 })
  })

  test('takes an import back', async () => {
    await run('import 客户.csv --home three')
    const [{ id }] = JSON.parse((await run('import --list --home three --json')).out) as [{ readonly id: string }]
    const undone = await run(`import --undo ${id} --home three --json`)
    expect(JSON.parse(undone.out)).toEqual({ restored: 1, kept: 0 })
    expect((await run('client 1 --home three')).code).toBe(1)
  })

  test('imports market files and diagnoses the fund from them', async () => {
    writeFileSync(
      join(folder, '990001_nav.csv'),
      `date,unit_nav,acc_nav,daily_pct,subscription,redemption,event
2026-06-29,1.0100,1.0100,1.00,开放申购,开放赎回,
2026-06-30,1.0100,1.0100,,开放申购,开放赎回,
2026-07-01,0.9800,1.0300,2.02,开放申购,开放赎回,每10份派0.5元
`,
    )
    writeFileSync(
      join(folder, '990001_sectors.json'),
      JSON.stringify([{ report_date: '2026-06-30', sector_code: 'C', sector_name: '制造业', proportion: 70.93 }]),
    )
    writeFileSync(join(folder, '990001_ratings.csv'), 'report_date,ZSPJ,SZPJ3,SZPJ5,JAPJ\n2026-06-30,4.0,,,9\n')
    const files = '990001_nav.csv 990001_sectors.json 990001_ratings.csv'
    const tried = await run(`import ${files} --dry-run --home market --json`)
    expect(JSON.parse(tried.out)).toMatchObject({
      tables: [
        { mapping: { kind: 'market' }, lines: 3, rejected: 0 },
        { mapping: { kind: 'market' }, lines: 1, rejected: 0 },
        {
          mapping: { kind: 'market' },
          lines: 1,
          rejected: 1,
          rejects: [{ line: 2, reason: { zh: '“9”不是一到五星' } }],
        },
      ],
    })
    expect((await run('diagnose fund 990001 --home market --json')).code).toBe(1)
    const written = await run(`import ${files} --home market --json`)
    expect(JSON.parse(written.out)).toMatchObject({ rejected: 1 })
    const { code, out } = await run('diagnose fund 990001 --home market --json')
    expect([code, lines(out)]).toEqual([0, 1])
    const report = FundReport.parse(JSON.parse(out))
    // 30 June repeats a NAV: one return, (0.98 + 0.05) / 1.01 - 1
    expect(report.conventions.n).toBe(1)
    expect(report.performance.curve.fund.at(-1)).toBeCloseTo(1.03 / 1.01, 4)
    expect(report.holdings.sectors).toMatchObject([{ name: '制造业', weight: { value: 0.7093 } }])
  })

  test.each([
    ['import nowhere.csv --home one', 'the file cannot be read'],
    ['restore 客户.csv --home four', 'damaged'],
    ['backup book.backup --home one', 'a file of this name'],
    ['segment --home nowhere', 'there is no book'],
  ])('says in one line why "%s" cannot be done', async (line, reason) => {
    const { code, out, err } = await run(line)
    expect([code, out, lines(err)]).toEqual([1, '', 1])
    expect(err).toContain(reason)
  })

  test('asks for the passcode by its variable and makes no folder of a mistyped name', async () => {
    expect((await run('segment --home one', null)).err).toContain('ADVISOR_PASSCODE')
    await run('segment --home nowhere')
    expect(existsSync(join(folder, 'nowhere'))).toBe(false)
  })

  test.each([
    'import',
    'backup',
    'restore',
    'report client',
    'report client 1',
    'report batch --segment 9-x --out d',
    'bench nothing-of-this-name',
    'demo --unknown',
  ])('answers "%s" with its usage', async line => {
    const { code, out, err } = await run(`${line}`)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('usage:')
  })
})
