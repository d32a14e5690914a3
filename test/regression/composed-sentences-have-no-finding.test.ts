import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadRules } from '../../src-main/engine/load-rules.ts'
import { composedFindings } from '../../src-main/services/wording/outgoing-findings.ts'
import { projectRoot } from '../helpers/project-root.ts'

it('the name of a note of the demo world, and what a report says of gains that were taken, stop no report', () => {
  const { wording, account } = loadRules(join(projectRoot, 'resources'))
  expect(JSON.stringify(account.conclusions).includes('盈利的卖得早')).toBe(true)
  const said = [
    '1 项无法判定：溪山安享收益凭证第111期。',
    '盈利兑现 21.9%，亏损兑现 0.0%。盈利的卖得早，亏损的拿得久。',
    'Move Cash towards its target',
  ]
  expect(composedFindings(said, wording).map(each => each.text)).toEqual([])
  expect(composedFindings(['安享收益，无风险。'], wording)).not.toEqual([])
})
