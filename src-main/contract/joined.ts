/** The rows of an answer that comes in pieces. */
export const joined = async <T>(pieces: AsyncIterable<readonly T[]>): Promise<readonly T[]> => {
  const rows: T[] = []
  for await (const piece of pieces) for (const row of piece) rows.push(row)
  return rows
}
