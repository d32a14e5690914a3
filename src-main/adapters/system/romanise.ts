import { createRequire } from 'node:module'

type PinyinPro = typeof import('pinyin-pro')

const load = createRequire(import.meta.url)
let library: PinyinPro | null = null

/** Its tables take a while to load: they come with the first list of names, not with the start. */
const pinyinPro = (): PinyinPro => (library ??= load('pinyin-pro') as PinyinPro)

/** `luzhiyuan lzy` of 陆知远; Latin letters stay as they are. */
export const romanise = (name: string): string => {
  const syllables = pinyinPro().pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
  return `${syllables.join('')} ${syllables.map(each => each.slice(0, 1)).join('')}`.toLowerCase()
}
