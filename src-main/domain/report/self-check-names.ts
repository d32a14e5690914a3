import type { Writer } from './blocks/writer.ts'

type Names = Readonly<Record<string, string>>

const name = (write: Writer, names: Names, key: string): string => {
  const found = names[key]
  return found === undefined ? key : write.say(found)
}

const ACTIONS: Names = {
  allow: 'selfCheck.allowed',
  forbid: 'selfCheck.forbidden',
  specialWarning: 'selfCheck.specialWarning',
  warnAndConfirm: 'selfCheck.warnedAndConfirmed',
  reassess: 'selfCheck.assessOrCompleteFirst',
}
const INITIATIVES: Names = { advisor: 'selfCheck.recommended', client: 'common.clientAsks' }

/** `advisor allow`: who had the idea, and what the rules made of it. */
export const actionName = (write: Writer, key: string): string => {
  const [who = '', action = ''] = key.split(' ')
  return `${name(write, INITIATIVES, who)}${write.say('common.colon')}${name(write, ACTIONS, action)}`
}

const PURPOSES: Names = {
  suggestion: 'common.suggestion',
  report: 'common.report',
  check: 'common.check',
  rejudge: 'common.reMatch',
}
export const purposeName = (write: Writer, key: string): string => name(write, PURPOSES, key)

const SUGGESTIONS: Names = {
  drafted: 'selfCheck.drafted',
  shown: 'selfCheck.shown',
  accepted: 'selfCheck.accepted',
  declined: 'selfCheck.declined',
  executedElsewhere: 'selfCheck.executedElsewhere',
  followedUp: 'selfCheck.followedUp',
}
export const suggestionStateName = (write: Writer, key: string): string => name(write, SUGGESTIONS, key)

const NOTICES: Names = {
  queued: 'selfCheck.toBeTold',
  told: 'selfCheck.told',
  acknowledged: 'selfCheck.acknowledged',
  dropped: 'selfCheck.dropped',
  lapsed: 'selfCheck.lapsed',
}
export const noticeStateName = (write: Writer, key: string): string => name(write, NOTICES, key)
