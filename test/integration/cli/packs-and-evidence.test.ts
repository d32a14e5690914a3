import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPackJson } from '../../helpers/rule-packs.ts'
import { runAdvisor, type Ran } from '../../helpers/run-advisor.ts'

let folder = ''
const run = (line: string): Promise<Ran> => runAdvisor(line.split(' '), { ADVISOR_PASSCODE: 'secret-1' }, folder)
const json = async (line: string) => {
  const { code, out, err } = await run(`${line} --home book --json`)
  if (code !== 0) throw new Error(err)
  return JSON.parse(out)
}
const pack = (path: string, fields: object): string => JSON.stringify({ ...Object(readPackJson(path)), ...fields })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-packs-'))
  writeFileSync(join(folder, '客户.csv'), '客户号,姓名,总资产\n1,陆知远,"1,000.50"\n')
  writeFileSync(
    join(folder, 'firm.json'),
    pack('suitability/2017-07-01-default-3.json', { version: 'firm-1', seniorAge: 60 }),
  )
  writeFileSync(join(folder, 'asks.json'), pack('questionnaires/2026.2.json', { version: 'firm-q', validityMonths: 6 }))
  writeFileSync(
    join(folder, 'bad.json'),
    pack('suitability/2017-07-01-default-3.json', { version: 'bad', seniorAge: 'x' }),
  )
  writeFileSync(join(folder, '持仓.csv'), '客户号,产品代码,名称,类型,份额,最新净值\n1,2304,示例债,债券型,"1,000",1.1\n')
  expect((await run('import 客户.csv --home book')).code).toBe(0)
  const held = await run('import 持仓.csv --home book')
  expect([held.code, held.err]).toEqual([0, expect.anything()])
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('advisor pack', () => {
  test('lists, previews without a trace, adds, activates, retires and removes a pack that judges', async () => {
    const versions = async (): Promise<string[]> =>
      ((await json('pack list')) as { version: string }[]).map(each => each.version)
    const before = await versions()
    const preview = await json('pack preview firm.json')
    expect(preview).toMatchObject({ version: 'firm-1', changes: [{ kind: 'seniorAge', before: '65', after: '60' }] })
    expect(await versions()).toEqual(before)
    await json('pack add firm.json')
    const lines = await json('pack activate firm-1')
    expect(lines).toContainEqual(expect.objectContaining({ version: 'firm-1', state: 'inForce', origin: 'file' }))
    const again = await run('pack remove firm-1 --home book')
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('it stays')])
    const retired = await json('pack retire firm-1')
    expect(retired).toContainEqual(expect.objectContaining({ version: 'firm-1', state: 'waiting' }))
  })

  test('takes a version of the questionnaire the same way, for people too', async () => {
    const { code, out } = await run('pack preview asks.json --home book')
    expect([code, out]).toEqual([0, expect.stringContaining('validityMonths : 12 -> 6')])
    await json('pack add asks.json')
    const lines = await json('pack activate firm-q')
    expect(lines).toContainEqual(expect.objectContaining({ version: 'firm-q', kind: 'questionnaires' }))
    const list = await run('pack list --home book')
    expect(list.out).toMatch(/questionnaires +firm-q/)
  })

  test.each([
    ['pack preview nowhere.json', 1, 'cannot be read'],
    ['pack add bad.json', 1, 'seniorAge'],
    ['pack activate nowhere', 1, 'nowhere'],
    ['pack add', 2, 'which pack'],
    ['pack burn firm-1', 2, 'preview'],
  ])('"%s" ends with %i and says why in one line', async (line, code, reason) => {
    const ran = await run(`${line} --home book`)
    expect([ran.code, ran.out]).toEqual([code, ''])
    expect(ran.err).toContain(reason)
  })
})

describe('advisor evidence and verify', () => {
  test('name the key, export a client signed, verify the package, and hold the chain against a head', async () => {
    await json('check 1 002304')
    const key = await json('evidence key')
    expect(key.fingerprint).toMatch(/[0-9a-f]{2}/i)
    const exported = await json('evidence export 1 --out e.zip')
    expect(exported.bytes).toBe(statSync(join(folder, 'e.zip')).size)
    const whole = await json('verify')
    // activations and a retirement are in the chain, so it has an end to compare with
    expect(whole).toMatchObject({ whole: true, records: key.head.count })
    expect(key.head.count).toBeGreaterThan(0)
    const { count, hash } = key.head
    expect((await run(`verify --home book --head ${count}:${hash}`)).code).toBe(0)
    const other = await run(`verify --home book --head ${count}:${'0'.repeat(64)}`)
    expect(other.code).toBe(1)
    expect(`${other.out}${other.err}`).toContain('notAsTold')
    const longer = await run(`verify --home book --head ${count + 1}:${hash}`)
    expect(longer.code).toBe(1)
    const checked = await run(`verify e.zip --key ${key.fingerprint.replaceAll(' ', '')}`)
    expect(checked.code).toBe(0)
    const bytes = readFileSync(join(folder, 'e.zip'))
    writeFileSync(join(folder, 'broken.zip'), bytes.subarray(0, bytes.length - 40))
    expect((await run('verify broken.zip')).code).toBe(1)
  })

  test('write the half-year self-check as a table and as pages', async () => {
    const made = await json('evidence self-check 2026H2 --out check.xlsx')
    expect(made.bytes).toBe(statSync(join(folder, 'check.xlsx')).size)
    expect(readFileSync(join(folder, 'check.xlsx')).subarray(0, 2).toString()).toBe('PK')
  })

  test.each([
    ['evidence export 1', 2, '--out'],
    ['evidence self-check 2026H3 --out x.pdf', 2, 'no half-year'],
    ['evidence self-check 2026H2 --out x.doc', 2, '.pdf or .xlsx'],
    ['verify --head x', 2, 'head'],
    ['evidence export nobody --out n.zip', 1, 'nobody'],
  ])('"%s" ends with %i and says why', async (line, code, reason) => {
    const ran = await run(`${line} --home book`)
    expect(ran.code).toBe(code)
    expect(ran.err).toContain(reason)
  })
})
