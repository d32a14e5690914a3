import type { ReportMark } from './report-mark.ts'

/** All that is known of a kept report at the moment somebody wants to hand it over. */
export interface ClientPdfProof {
  readonly reportId: string
  /** By the record, and by the description that was written with it. */
  readonly editions: readonly string[]
  /** By the file itself. */
  readonly mark: ReportMark | null
  readonly sha256: { readonly recorded: string; readonly actual: string }
  readonly bytes: Uint8Array
  readonly openFindings: number
}

export type ClientPdfRefusal = 'internalEdition' | 'unmarked' | 'changed' | 'findings'

/**
 * A report that may leave the house. Everything that carries one to a client (mail, draft, link, file) takes this and
 * nothing else, and only `from` makes one: an internal edition, an altered file or an open wording finding has none.
 */
export class ClientPdf {
  readonly reportId: string
  readonly sha256: string
  readonly #bytes: Uint8Array

  private constructor(proof: ClientPdfProof) {
    this.reportId = proof.reportId
    this.sha256 = proof.sha256.actual
    this.#bytes = proof.bytes
  }

  /** A copy: nobody can put other bytes under the proof. Throws TypeError for anything that `from` did not make. */
  static bytesOf(report: ClientPdf): Uint8Array<ArrayBuffer> {
    if (!(#bytes in report)) throw new TypeError('not a report that may leave the house')
    return Uint8Array.from(report.#bytes)
  }

  /** Every reason that speaks against it, the gravest first. */
  static refusals(proof: ClientPdfProof): readonly ClientPdfRefusal[] {
    const { editions, mark, sha256 } = proof
    const internal = editions.length === 0 || editions.some(each => each !== 'client') || mark?.edition === 'internal'
    return [
      ...(internal ? (['internalEdition'] as const) : []),
      ...(mark === null ? (['unmarked'] as const) : []),
      ...(sha256.recorded !== sha256.actual || (mark !== null && mark.reportId !== proof.reportId)
        ? (['changed'] as const)
        : []),
      ...(proof.openFindings > 0 ? (['findings'] as const) : []),
    ]
  }

  static from(proof: ClientPdfProof): ClientPdf | ClientPdfRefusal {
    return ClientPdf.refusals(proof)[0] ?? new ClientPdf(proof)
  }
}
