import type { Page } from 'puppeteer-core'

/**
 * What does not fit on the pages of a laid out report: body over notes or footer, anything outside the margins, cut cells,
 * texts of pictures over their edge, empty pages, headings at the foot.
 */
export const pageFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const faults: string[] = []
    // the margin of 16 mm, less what a hair line and the side bearing of a letter take
    const margin = (15.7 * 96) / 25.4
    const pages = [...document.querySelectorAll('.page')]
    for (const [i, sheet] of pages.entries()) {
      const say = (what: string, element: Element) =>
        faults.push(`page ${i + 1}: ${what}: ${element.tagName} ${(element.textContent ?? '').slice(0, 30)}`)
      const edge = sheet.getBoundingClientRect()
      const limit =
        (sheet.querySelector('.end') ?? sheet.querySelector('.rf'))?.getBoundingClientRect().top ?? edge.bottom
      const blocks = [...sheet.querySelectorAll('.body > .blk')]
      if (blocks.length === 0) faults.push(`page ${i + 1}: empty`)
      for (const block of blocks) if (block.getBoundingClientRect().bottom > limit - 1) say('runs into the foot', block)
      for (const part of sheet.querySelectorAll('.body *, .rh *, .rf *')) {
        const box = part.getBoundingClientRect()
        if (box.width === 0) continue
        if (box.right > edge.right - margin || box.left < edge.left + margin) say('is outside the margins', part)
      }
      for (const cell of sheet.querySelectorAll('td, th'))
        if (cell.scrollWidth > cell.clientWidth + 1) say('is cut', cell)
      const notes = sheet.querySelector('.end')
      const foot = sheet.querySelector('.rf')
      if (notes && foot && notes.getBoundingClientRect().bottom > foot.getBoundingClientRect().top)
        say('notes run into the foot', notes)
      const strip = sheet.querySelector('.rh')
      if (strip !== null && strip.getBoundingClientRect().height > 28) say('header takes two lines', strip)
      for (const h of sheet.querySelectorAll('h2'))
        if (h.getBoundingClientRect().height > 40) say('heading takes two lines', h)
      const last = blocks.at(-1)
      if (last?.matches(':has(> h1:only-child)') === true) say('a heading stands alone', last)
    }
    return faults
  })
