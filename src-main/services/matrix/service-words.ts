import type { ContactChannel } from '../../model/contact.ts'
import type { ServerRole } from '../../model/service-standard.ts'
import type { BiText } from '../../model/text.ts'

const channels: Readonly<Record<ContactChannel, BiText>> = {
  meeting: { zh: '面谈', en: 'meeting' },
  phone: { zh: '电话', en: 'phone' },
  wecom: { zh: '企业微信', en: 'WeCom' },
  email: { zh: '邮件', en: 'e-mail' },
  letter: { zh: '信函', en: 'letter' },
  other: { zh: '其他', en: 'other' },
}

const servers: Readonly<Record<ServerRole, BiText>> = {
  serviceTeam: { zh: '服务团队', en: 'service team' },
  advisor: { zh: '投资顾问', en: 'advisor' },
  seniorAdvisor: { zh: '资深投资顾问', en: 'senior advisor' },
  chiefAdvisor: { zh: '首席投资顾问', en: 'chief advisor' },
}

const listed = (texts: readonly BiText[]): BiText => ({
  zh: texts.map(text => text.zh).join('、'),
  en: texts.map(text => text.en).join(', '),
})

export const channelsText = (names: readonly ContactChannel[]): BiText => listed(names.map(name => channels[name]))
export const serversText = (names: readonly ServerRole[]): BiText => listed(names.map(name => servers[name]))
