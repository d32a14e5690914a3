import { readdirSync, readFileSync } from 'node:fs'
import { Edition } from '../../src-main/model/wording-pack.ts'

export interface LabelledSentence {
  readonly violation: boolean
  readonly edition: Edition
  readonly text: string
}

const folder = new URL('../fixtures/wording/', import.meta.url)

/** Never learned from, never tuned on: how the check fares on sentences it has not seen. */
export const untouchedFiles: readonly string[] = ['untouched-4.tsv', 'untouched-everyday.tsv']

/** Files of labelled sentences that rules and weights may be made from. */
export const labelledFiles = readdirSync(folder).filter(name => name.endsWith('.tsv') && !untouchedFiles.includes(name))

/** Those of them that the named rules were not made from: they alone tell how the weights fare. */
export const unfittedFiles = labelledFiles.filter(name => !/^(?:tuning|held-out-[1-5])\.tsv$/.test(name))

/** One sentence a line: label, edition, text, family. */
export const labelledSentences = (file: string): readonly LabelledSentence[] =>
  readFileSync(new URL(file, folder), 'utf8')
    .trim()
    .split('\n')
    .map(line => {
      const [label, edition, text = ''] = line.split('\t')
      return { violation: label === '1', edition: Edition.parse(edition), text }
    })
