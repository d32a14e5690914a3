import { callName } from '../../src-main/contract/call-name.ts'

/** Answers that were kept by the last run for this start, as JSON by name of the call: each is given once, until the engine can be asked. */
export class FirstAnswers {
  readonly #answers: Map<string, string>

  constructor(text: unknown) {
    this.#answers = new Map(typeof text === 'string' ? Object.entries<string>(JSON.parse(text)) : [])
  }

  has(path: readonly string[], input: unknown): boolean {
    return this.#answers.has(callName(path, input))
  }

  take(path: readonly string[], input: unknown): Promise<unknown> | null {
    const name = callName(path, input)
    const answer = this.#answers.get(name)
    if (answer === undefined) return null
    this.#answers.delete(name)
    return Promise.resolve(JSON.parse(answer))
  }

  forget(): void {
    this.#answers.clear()
  }
}
