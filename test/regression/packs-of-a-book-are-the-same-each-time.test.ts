import { expect, it } from 'vitest'
import { openedBooks } from '../helpers/opened-book.ts'

const open = openedBooks()

// Read when first asked for, they were sorted anew with each asking: what is kept by the packs was never found, and each cell was judged again.
it.each(['suitability', 'suitabilityKnown', 'questionnaires', 'questionnairesKnown', 'segments'] as const)(
  '%s of the rules is one and the same until a pack changes',
  async name => {
    const { workspace } = await open()
    const first = workspace.rules[name]
    expect(workspace.rules[name]).toBe(first)
  },
)
