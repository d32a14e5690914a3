import { pinyin } from 'pinyin-pro'

/** `luzhiyuan lzy` of 陆知远; Latin letters stay as they are. */
export const romanise = (name: string): string => {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
  return `${syllables.join('')} ${syllables.map(each => each.slice(0, 1)).join('')}`.toLowerCase()
}
