import { compileRules } from '../../src-main/adapters/sql-rules/compile-rules.ts'
import { segmentProgram } from '../../src-main/domain/segmentation/segment-program.ts'
import { startPostgres } from '../helpers/real-postgres.ts'
import { defaultSegmentPack } from '../helpers/rule-packs.ts'
import { factsColumns } from '../helpers/segment-table.ts'
import { runBench, type BenchResult } from './bench-result.ts'

const count = 1_000_000

const fill = `insert into facts select i, (10 ^ (4 + random() * 6))::bigint, (10 ^ (4 + random() * 6))::bigint,
  (10 ^ (2 + random() * 5))::bigint, random() * 8, (random() * 80)::int, random(), random(), random(), (random() * 5)::int,
  random(), (random() < 0.2)::int, (random() * 300)::int, 1 + (random() * 4)::int,
  (array['trading', 'wealth', 'allocation'])[1 + (random() * 2)::int]
  from generate_series(1, ${count}) as i`

/** A firm of 1,000,000 clients classified by PostgreSQL itself; the reference only reads the same rows. */
export const segmentFirm = async (): Promise<BenchResult> => {
  const server = await startPostgres()
  try {
    const { client } = server
    await client.query(`create table facts (${factsColumns('double precision')})`)
    await client.query(fill)
    await client.query('vacuum analyze facts')
    const cells = compileRules(segmentProgram(defaultSegmentPack()), 'postgres', 'facts', [])
    const timed = (sql: string) => async (): Promise<number> => {
      const start = performance.now()
      await client.query(sql)
      return (performance.now() - start) / 1000
    }
    return await runBench({
      name: 'segment-firm',
      unit: 'clients/s',
      runs: 3,
      toUnit: seconds => count / seconds,
      ours: timed(`select tier, style, count(*) from (${cells}) as cells group by tier, style`),
      reference: timed('select "previousTier", "previousStyle", count(*), sum("turnover") from facts group by 1, 2'),
    })
  } finally {
    await server.close()
  }
}
