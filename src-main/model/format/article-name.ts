const DIGITS = '零一二三四五六七八九'

/** 二十二 as 22; up to 99, as many articles as these rules have. */
const numberOf = (chinese: string): number => {
  const [tens, ones] = chinese.includes('十') ? chinese.split('十') : ['零', chinese]
  return (tens === '' ? 1 : DIGITS.indexOf(tens ?? '')) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones ?? ''))
}

/** 第二十二条第（三）项 as `art. 22(3)` in English; what is written otherwise stays as it is. */
export const articleName = (article: string, locale: 'zh-CN' | 'en'): string => {
  const english = article
    .replaceAll(/第?（([一二三四五六七八九十]+)）项/gu, (_, n: string) => `(${numberOf(n)})`)
    .replaceAll(/第([一二三四五六七八九十]+)条/gu, (_, n: string) => `art. ${numberOf(n)}`)
    .replaceAll('至', ' to ')
    .replaceAll('、', ', ')
  return locale !== 'en' || /[\u4e00-\u9fff]/.test(english) ? article : english
}
