import { afterEach, describe, expect, it } from 'vitest'
import { openedBooks } from '../../helpers/opened-book.ts'
import { smallOffice, type SmallOffice } from '../../helpers/small-office.ts'

const open = openedBooks()
let office: SmallOffice | null = null
afterEach(async () => {
  await office?.close()
  office = null
})

describe('the devices of a book', () => {
  it('are listed with the own one named, and a lost one is shut out from another', async () => {
    const made = await smallOffice({ now: () => new Date('2026-11-23T02:00:00.000Z') })
    office = made
    await made.addBook('B0001', 0)
    await made.addBook('B0002', 0)
    const enrolled = async (book: string, deviceName: string) => {
      const opened = await open()
      const code = await made.enrolCode(book)
      await opened.session.enrol({ url: made.url, code, deviceName, passcode: null })
      return opened
    }
    const desk = await enrolled('B0001', 'desk')
    const laptop = await enrolled('B0001', 'laptop')
    const foreign = await enrolled('B0002', 'foreign')
    const names = (await desk.api.sync.devices({})).map(each => [each.name, each.own, each.revokedAt])
    expect(names.toSorted()).toEqual([
      ['desk', true, null],
      ['laptop', false, null],
      // the book's own, made with it
      ['test', false, null],
    ])
    const lost = (await desk.api.sync.devices({})).find(each => each.name === 'laptop')?.id ?? ''
    const [theirs] = await foreign.api.sync.devices({})
    await expect(desk.api.sync.revokeDevice({ id: theirs?.id ?? '' })).rejects.toThrow()
    expect((await foreign.api.sync.devices({}))[0]?.revokedAt).toBeNull()
    const after = await desk.api.sync.revokeDevice({ id: lost })
    expect(after.find(each => each.id === lost)?.revokedAt).toBe('2026-11-23T02:00:00.000Z')
    await expect(laptop.api.sync.devices({})).rejects.toMatchObject({ data: { code: 'deviceRevoked' } })
    const end = await laptop.session.sync()
    expect(end).toMatchObject({ state: 'stopped', error: { code: 'deviceRevoked' } })
    expect((await desk.session.sync()).state).toBe('done')
  })

  it('are none where nothing is enrolled', async () => {
    const book = await open()
    await expect(book.api.sync.devices({})).rejects.toMatchObject({ data: { code: 'notEnrolled' } })
  })
})
