import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SetUpError } from './say.mjs'

const kinds = {
  '.pdf': { wanted: 2, opens: '%PDF-' },
  '.png': { wanted: 2, opens: '\u0089PNG' },
  '.json': { wanted: 1, opens: '{' },
}

/**
 * Looks at what the unattended run has really written: two reports, two pictures, one summary.
 * @returns {string[]} one line a file
 */
export function verifyResults(folder) {
  const files = readdirSync(folder).toSorted()
  for (const [ending, { wanted, opens }] of Object.entries(kinds)) {
    const good = files.filter(
      name =>
        name.endsWith(ending) &&
        readFileSync(join(folder, name)).subarray(0, opens.length).toString('latin1') === opens,
    )
    if (good.length < wanted)
      throw new SetUpError(`the main job wrote ${good.length} of ${wanted} sound ${ending} files in ${folder}`)
  }
  const summary = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'))
  if (Object.keys(summary).length === 0) throw new SetUpError(`summary.json in ${folder} is empty`)
  return files.map(name => `${name.padEnd(32)} ${Math.ceil(statSync(join(folder, name)).size / 1024)} KB`)
}
