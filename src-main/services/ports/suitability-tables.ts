import type { PackKind } from '../../model/named-pack.ts'

/** A pack kept in the book: brought as a file, or kept because it has judged. A version names one pack of its kind. */
export interface KeptPackRecord {
  readonly kind: PackKind
  readonly version: string
  readonly effectiveOn: string
  readonly origin: 'file' | 'used'
  readonly keptAt: string
  /** When the advisor put a brought pack into force; null while it waits, and for packs that are in force elsewhere. */
  readonly activeSince: string | null
  /** The pack as JSON. */
  readonly body: unknown
}

export interface NoticeRecord {
  readonly id: string
  readonly clientId: string
  readonly madeAt: string
  readonly state: string
  readonly body: unknown
}

/** Ed25519, both halves as DER in base64 (SubjectPublicKeyInfo and PKCS 8). */
export interface InstallKeyRecord {
  readonly madeAt: string
  readonly publicKey: string
  readonly privateKey: string
}

export interface SuitabilityTables {
  readonly keptPacks: {
    ofKind(kind: PackKind): KeptPackRecord[]
    byVersion(kind: PackKind, version: string): KeptPackRecord | null
  }
  readonly notices: {
    /** Newest first. */
    all(limit: number): NoticeRecord[]
    inState(state: string): NoticeRecord[]
    ofClient(clientId: string): NoticeRecord[]
    byId(id: string): NoticeRecord | null
  }
  /** The facts of the last judging of the whole book. */
  lastJudged(): { readonly at: string; readonly body: unknown } | null
  installKey(): InstallKeyRecord | null
}

export interface SuitabilityWriter extends SuitabilityTables {
  readonly keptPacks: SuitabilityTables['keptPacks'] & {
    put(record: KeptPackRecord): void
    remove(kind: PackKind, version: string): void
  }
  readonly notices: SuitabilityTables['notices'] & { put(record: NoticeRecord): void }
  keepJudged(at: string, body: unknown): void
  keepInstallKey(key: InstallKeyRecord): void
}
