import type { Writer } from './blocks/writer.ts'

type Names = Readonly<Record<string, readonly [string, string]>>

const name = (write: Writer, names: Names, key: string): string => {
  const found = names[key]
  return found === undefined ? key : write.say(found[0], found[1])
}

const ACTIONS: Names = {
  allow: ['可以', 'allowed'],
  forbid: ['禁止', 'forbidden'],
  specialWarning: ['特别风险警示', 'special warning'],
  warnAndConfirm: ['提示并确认', 'warned and confirmed'],
  reassess: ['先测评或补资料', 'assess or complete first'],
}
const INITIATIVES: Names = { advisor: ['推介', 'recommended'], client: ['客户主动', 'client asks'] }

/** `advisor allow`: who had the idea, and what the rules made of it. */
export const actionName = (write: Writer, key: string): string => {
  const [who = '', action = ''] = key.split(' ')
  return `${name(write, INITIATIVES, who)}${write.say('：', ': ')}${name(write, ACTIONS, action)}`
}

const PURPOSES: Names = {
  suggestion: ['建议', 'suggestion'],
  report: ['报告', 'report'],
  check: ['核查', 'check'],
  rejudge: ['重新匹配', 're-match'],
}
export const purposeName = (write: Writer, key: string): string => name(write, PURPOSES, key)

const SUGGESTIONS: Names = {
  drafted: ['已起草', 'drafted'],
  shown: ['已出示', 'shown'],
  accepted: ['已接受', 'accepted'],
  declined: ['已放弃', 'declined'],
  executedElsewhere: ['已在别处成交', 'executed elsewhere'],
  followedUp: ['已回访', 'followed up'],
}
export const suggestionStateName = (write: Writer, key: string): string => name(write, SUGGESTIONS, key)

const NOTICES: Names = {
  queued: ['待告知', 'to be told'],
  told: ['已告知', 'told'],
  acknowledged: ['客户已确认', 'acknowledged'],
  dropped: ['不再告知', 'dropped'],
  lapsed: ['已不适用', 'lapsed'],
}
export const noticeStateName = (write: Writer, key: string): string => name(write, NOTICES, key)
