import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../../src-main/domain/evidence/canonical-json.ts'
import { chainStart, hashRecord, linkRecord } from '../../../../src-main/domain/evidence/chain-record.ts'
import { rerunVerdict } from '../../../../src-main/domain/evidence/rerun-verdict.ts'
import { verifyChain } from '../../../../src-main/domain/evidence/verify-chain.ts'
import { EvidenceBody, type ChainRecord } from '../../../../src-main/model/evidence.ts'
import { IsoTime } from '../../../../src-main/model/units.ts'
import { evidenceBody, evidenceChain, sha256 } from '../../../helpers/evidence.ts'
import { suitabilityPacks } from '../../../helpers/rule-packs.ts'

const packs = suitabilityPacks()
const [pack] = packs
if (pack === undefined) throw new Error('no suitability pack')
const chain = evidenceChain(40, pack)
const faultsOf = (records: readonly ChainRecord[]): readonly string[] =>
  verifyChain(() => records, sha256).faults.map(f => `${f.kind} ${f.index}`)
const place = fc.integer({ min: 0, max: chain.length - 1 })

describe('canonicalJson', () => {
  it('sorts keys at every depth and drops undefined members', () => {
    expect(canonicalJson({ b: [1, { z: null, a: '值' }], a: 0.1, c: undefined })).toBe(
      '{"a":0.1,"b":[1,{"a":"值","z":null}]}',
    )
  })

  it('gives equal bytes for equal values and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('refuses numbers that JSON cannot hold', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError)
  })
})

describe('verifyChain', () => {
  it('accepts a chain as it was written, and an empty one', () => {
    expect(verifyChain(() => chain, sha256)).toEqual({ count: 40, hash: chain.at(-1)?.hash, faults: [] })
    expect(verifyChain(() => [], sha256)).toEqual({ count: 0, hash: chainStart, faults: [] })
  })

  it('finds a change of any field of any record', () => {
    const fields = ['id', 'at', 'clientId', 'productCode', 'kind', 'body', 'previous', 'hash'] as const
    fc.assert(
      fc.property(place, fc.constantFrom(...fields), (i, field) => {
        const tampered = chain.map((r, k) => (k === i ? ({ ...r, [field]: `${r[field]}x` } as ChainRecord) : r))
        expect(faultsOf(tampered)).toContain(`changed ${i}`)
      }),
    )
  })

  it('finds a removed record by the link of its follower', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: chain.length - 2 }), i => {
        expect(faultsOf(chain.toSpliced(i, 1))).toEqual([`removed ${i}`])
      }),
    )
  })

  it('finds an inserted record even when its own hash is right', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: chain.length - 1 }), i => {
        const forged = linkRecord(
          {
            id: 'forged',
            at: IsoTime.parse('2026-11-23T09:00:00.000Z'),
            clientId: 'c',
            productCode: null,
            kind: 'suitability',
            body: {},
          },
          chain[i - 1]?.hash ?? chainStart,
          sha256,
        )
        expect(faultsOf(chain.toSpliced(i, 0, forged))).toEqual([`inserted ${i}`])
      }),
    )
  })

  it('finds two records that changed places', () => {
    fc.assert(
      fc.property(place, place, (i, j) => {
        fc.pre(i !== j)
        const swapped = [...chain]
        const [a, b] = [chain[i], chain[j]]
        if (a === undefined || b === undefined) return
        swapped[i] = b
        swapped[j] = a
        expect(faultsOf(swapped).length).toBeGreaterThan(0)
      }),
    )
  })

  it('finds a record that was changed and hashed again, by its follower', () => {
    const target = chain[10]
    if (target === undefined) throw new Error('chain too short')
    const { hash: _, ...rest } = { ...target, body: '{}' }
    const rehashed = { ...rest, hash: hashRecord(rest, sha256) }
    expect(faultsOf(chain.with(10, rehashed)).length).toBeGreaterThan(0)
  })

  it('finds a cut-off end against the anchor', () => {
    const anchor = { count: 40, hash: chain.at(-1)?.hash ?? '' }
    expect(verifyChain(() => chain, sha256, anchor).faults).toEqual([])
    expect(verifyChain(() => chain.slice(0, 38), sha256, anchor).faults).toEqual([
      { kind: 'truncated', index: 38, id: 'e-37' },
    ])
  })

  it('accepts a chain that has grown since the anchor', () => {
    expect(verifyChain(() => chain, sha256, { count: 20, hash: chain[19]?.hash ?? '' }).faults).toEqual([])
  })

  it('keeps fields to one line, so that none can pose as the next', () => {
    const record = {
      id: 'a\nb',
      at: IsoTime.parse('2026-11-23T09:00:00.000Z'),
      clientId: 'c',
      productCode: null,
      kind: 'k',
      body: {},
    }
    expect(() => linkRecord(record, chainStart, sha256)).toThrow(RangeError)
  })
})

describe('rerunVerdict', () => {
  it('judges every frozen verdict the same again, after a journey through JSON', () => {
    for (const record of chain) {
      const body = EvidenceBody.parse(JSON.parse(record.body))
      expect(rerunVerdict(body, packs)).toEqual({ kind: 'same' })
    }
  })

  it('finds a verdict that its facts do not give', () => {
    // C3 against R5 on the advisor's initiative
    const body = evidenceBody(2, pack)
    const forged: EvidenceBody = { ...body, verdict: { ...body.verdict, verdict: 'match', action: 'allow', codes: [] } }
    expect(rerunVerdict(forged, packs).kind).toBe('different')
  })

  it('says when the pack is not at hand', () => {
    expect(rerunVerdict(evidenceBody(0, pack), [])).toEqual({ kind: 'packUnknown', pack: pack.version })
  })
})
