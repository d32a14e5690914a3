/** Names an engine's hint in the catalogue by its words; figures are values. */
export const hintKey = (hint: string): { readonly key: string; readonly n: string } => ({
  key: (
    hint
      .toLowerCase()
      .replaceAll(/\d+/g, ' n ')
      .match(/[a-z]+/g) ?? []
  ).join('-'),
  n: /\d+/.exec(hint)?.[0] ?? '',
})
