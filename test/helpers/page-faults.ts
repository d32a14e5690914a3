import type { Page } from 'puppeteer-core'

/**
 * What does not fit on the pages of a laid out report: body over notes or footer, anything outside the margins, cut cells,
 * texts of pictures over their edge, empty pages, headings at the foot.
 */
export const pageFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const faults: string[] = []
    const pages = [...document.querySelectorAll('.page')]
    for (const [i, sheet] of pages.entries()) {
      const say = (what: string, element: Element) =>
        faults.push(`page ${i + 1}: ${what}: ${element.tagName} ${(element.textContent ?? '').slice(0, 30)}`)
      const edge = sheet.getBoundingClientRect()
      const mm = (n: number) => (n * 96) / 25.4
      const limit =
        (sheet.querySelector('.end') ?? sheet.querySelector('.rf'))?.getBoundingClientRect().top ?? edge.bottom
      const blocks = [...sheet.querySelectorAll('.body > .blk')]
      if (blocks.length === 0) faults.push(`page ${i + 1}: empty`)
      for (const block of blocks) if (block.getBoundingClientRect().bottom > limit - 1) say('runs into the foot', block)
      for (const part of sheet.querySelectorAll('.body *, .rh *, .rf *')) {
        const box = part.getBoundingClientRect()
        if (box.width === 0) continue
        if (box.right > edge.right - mm(12) || box.left < edge.left + mm(12)) say('is outside the margins', part)
      }
      for (const cell of sheet.querySelectorAll('td, th'))
        if (cell.scrollWidth > cell.clientWidth + 1) say('is cut', cell)
      const strip = sheet.querySelector('.rh')
      if (strip !== null && strip.getBoundingClientRect().height > 40) say('header takes two lines', strip)
      const last = blocks.at(-1)
      if (last?.matches(':has(> h1:only-child)') === true) say('a heading stands alone', last)
    }
    return faults
  })
