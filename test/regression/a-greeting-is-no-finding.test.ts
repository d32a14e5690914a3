import { expect, it } from 'vitest'
import { outgoingFindings } from '../../src-main/services/wording/outgoing-findings.ts'
import { defaultWordingPack } from '../helpers/rule-packs.ts'

// The learned weights took a client's name in the greeting for a turn of phrase: the mail as proposed could not be sent.
it('a line of a mail that stands as the program wrote it is judged by the named rules only', () => {
  const { likeness, ...rules } = defaultWordingPack()
  if (likeness === undefined) throw new Error('the pack has no weights')
  // weights that take every sentence for one of them: whichever the shipped ones take, the proposed lines pass
  const pack = { ...rules, likeness: { ...likeness, threshold: -100 } }
  const greetings = ['李星河', '周子默', '赵礼红', '包稳', '钱保本'].map(name => `尊敬的${name}女士：`)
  const found = (text: string, composed: readonly string[]) => outgoingFindings([text], pack, composed)
  const judged = greetings.filter(greeting => found(greeting, []).some(each => each.rule === 'likeness'))
  // the last one holds a word that a rule names, where the weights keep silent
  expect(judged).toEqual(greetings.slice(0, -1))
  for (const greeting of greetings) {
    const mail = `${greeting}\n\n附件为账户诊断报告。`
    expect(found(mail, [mail]).filter(each => each.rule === 'likeness')).toEqual([])
    // what is written besides is judged as ever, and so is a line that was changed
    expect(found(`${mail}\n这只产品保证收益8%。`, [mail]).map(each => each.rule)).not.toEqual([])
  }
  const typed = judged[0] ?? ''
  expect(found(`${typed}！`, [typed.slice(0, 4)])).not.toEqual([])
})
