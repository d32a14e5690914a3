import { describe, expect, it } from 'vitest'
import { runCli } from '../../../src-main/cli/run-cli.ts'

async function run(args: readonly string[], input: string): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await runCli(args, {
    stdin: (async function* () {
      // Chunks cut in the middle of a line and of a character.
      const bytes = new TextEncoder().encode(input)
      for (let i = 0; i < bytes.length; i += 7) yield bytes.subarray(i, i + 7)
    })(),
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    env: {},
    cwd: '/',
  })
  return { code, out, err }
}

const year = '{"cashflows":[["2021-01-01",-100],["2022-01-01",110]]}'

describe('advisor calc', () => {
  it('answers one JSON value and nothing else', async () => {
    const { code, out, err } = await run(['calc', 'xirr', '--json'], year)
    expect([code, err]).toEqual([0, ''])
    expect(out.endsWith('\n')).toBe(true)
    expect((JSON.parse(out) as { rate: number }).rate).toBeCloseTo(0.1, 9)
  })

  it('names a missing, an unknown and a wrong field in one line and exits 1', async () => {
    for (const [input, field] of [
      ['{"returns":[0.1]}', 'periodsPerYear'],
      ['{"returns":[0.1],"periodsPerYear":12,"riskFree":0}', 'riskFree'],
      ['{"returns":[0.1,null],"periodsPerYear":12}', 'returns[1]'],
      ['{"returns":[0.1],"periodsPerYear":12,"benchmarkReturns":[]}', 'benchmarkReturns'],
      ['{"returns":[0.1],"periodsPerYear":12,"dates":["2024-02-30"]}', 'dates[0]'],
      ['{"returns":[1e999],"periodsPerYear":12}', 'returns[0]'],
      ['[1]', 'input'],
      ['{', 'input'],
      ['', 'input'],
    ] as const) {
      const { code, out, err } = await run(['calc', 'metrics', '--json'], input)
      expect([code, out]).toEqual([1, ''])
      expect(err).toContain(`${field}: `)
      expect(err.trimEnd().split('\n')).toHaveLength(1)
    }
  })

  it('answers a batch line by line in order, goes on after a faulty line, and exits 1', async () => {
    const { code, out, err } = await run(['calc', 'xirr', '--batch'], `${year}\n{"cashflow":"中文"}\r\n${year}\n`)
    const answers = out.trimEnd().split('\n')
    expect(code).toBe(1)
    expect(answers).toHaveLength(3)
    expect(answers[2]).toBe(answers[0])
    expect(answers[1]).toContain('cashflow')
    expect(err).toContain('line 2')
  })

  it('answers a clean batch with 0', async () => {
    const { code, out, err } = await run(['calc', 'xirr', '--batch'], `${year}\n${year}`)
    expect([code, err, out.split('\n').length]).toEqual([0, '', 3])
  })

  it('writes null where a figure is not defined', async () => {
    const { out } = await run(['calc', 'metrics', '--json'], '{"returns":[0.01,0.01],"periodsPerYear":12}')
    expect(JSON.parse(out)).toMatchObject({ sharpe: null, beta: null, calmar: null, maxDrawdown: 0 })
  })

  it('exits 2 with the usage on a wrong command line', async () => {
    for (const args of [
      [],
      ['nothing'],
      ['calc'],
      ['calc', 'nothing'],
      ['calc', 'xirr', '--wrong'],
      ['calc', 'toString'],
    ])
      expect((await run(args, year)).code).toBe(2)
    expect((await run(['calc', 'xirr', '--wrong'], year)).err).toContain('usage')
    expect((await run(['--help'], '')).code).toBe(0)
  })

  it('answers every calculator of its table', async () => {
    const questions = {
      'modified-dietz': '{"begin":100,"end":121,"days":30,"flows":[]}',
      brinson: '{"wp":[1],"wb":[1],"rp":[0.1],"rb":[0.05]}',
      style: '{"fund":[0.1,0.2,0.3],"styles":{"a":[0.1,0.2,0.3]}}',
      risk: '{"weights":[1],"volatilities":[0.2],"correlations":[[1]]}',
      'adjusted-nav': '{"nav":[1,1.1],"dividends":[0,0.1]}',
    }
    const answers = {
      'modified-dietz': { rate: 0.21 },
      brinson: { total: { selection: 0.05 } },
      style: { weights: { a: 1 } },
      risk: { volatility: 0.2, hhi: 1 },
      'adjusted-nav': { adjusted: [1, 1.2000000000000002] },
    }
    for (const [name, question] of Object.entries(questions)) {
      const { code, out } = await run(['calc', name], question)
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject(answers[name as keyof typeof answers])
    }
  })

  it('links periods of Brinson and says why it cannot', async () => {
    const lost = '{"wp":[1],"wb":[1],"rp":[-1],"rb":[0.05]}'
    const { out } = await run(['calc', 'brinson', '--json'], `{"periods":[${lost}]}`)
    expect(JSON.parse(out)).toMatchObject({ total: null, reason: 'total-loss' })
  })
})
