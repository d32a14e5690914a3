/** What the checks say about a field, as a name of the catalogue with its value. */
export type RejectReason = { readonly code: string; readonly value: string }

const forms: readonly (readonly [RegExp, string])[] = [
  [/^Invalid input: expected .*received undefined$/, 'missing'],
  [/^Invalid input: expected (\w+)/, 'type'],
  [/^Invalid (?:option|input): expected (?:one of )?(.+)$/, 'option'],
  [/^Too small: expected \w+ to have >=?1 characters$/, 'empty'],
  [/^Too small: expected \w+ to have >=?(\d+) characters$/, 'short'],
  [/^Too big: expected \w+ to have <=?(\d+) characters$/, 'long'],
  [/^Too small: expected .*?>(-?[\d.]+)$/, 'above'],
  [/^Too small: expected .*?>=(-?[\d.]+)/, 'small'],
  [/^Too big: expected .*?<(-?[\d.]+)$/, 'below'],
  [/^Too big: expected .*?<=(-?[\d.]+)/, 'big'],
  [/^Invalid string: must match pattern (.+)$/, 'format'],
  [/^Invalid ISO date$/, 'date'],
  [/^Invalid (ISO \w+|\w+)$/, 'format'],
  [/^Unrecognized keys?: (.+)$/, 'extra'],
  [/^key .* is not that of the row$/, 'key'],
  [/^(SQLITE_\w+)$/, 'kept'],
  [/outside the year|beyond the year|not rising/, 'days'],
  [/^too large$/, 'large'],
]

/** `price: Too small: expected number to be >0` without its field; what no form knows is told as it is. */
export const rejectReason = (text: string): RejectReason => {
  for (const [form, code] of forms) {
    const found = form.exec(text)
    if (found) return { code, value: found[1] ?? '' }
  }
  return { code: 'other', value: text }
}

/** The same in words; `t` is that of the catalogue. */
export const sayReason = (
  t: (key: string, options: { readonly value?: string; readonly defaultValue?: string }) => string,
  text: string,
): string => {
  const { code, value } = rejectReason(text)
  return t(`rejectReason.${code}`, {
    value: code === 'type' ? t(`rejectType.${value}`, { defaultValue: value }) : value,
  })
}
