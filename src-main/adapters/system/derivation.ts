import type { DerivationCost, KeyDerivation } from '../../services/ports/vault-ports.ts'

/** The package names it by a const enum, which cannot be imported when types are only stripped. */
const argon2idNumber = 2

/** 64 MiB and three passes: some 0.2 s on an office PC; the least of RFC 9106 for less memory than 2 GiB is the same. */
export const officeCost: DerivationCost = { memoryKiB: 65_536, passes: 3, lanes: 1 }

export const argon2id = (cost: DerivationCost = officeCost): KeyDerivation => ({
  cost,
  derive: async (passcode, salt, { memoryKiB, passes, lanes }) => {
    const { hashRaw } = await import('@node-rs/argon2')
    return hashRaw(passcode, {
      algorithm: argon2idNumber,
      memoryCost: memoryKiB,
      timeCost: passes,
      parallelism: lanes,
      outputLen: 32,
      salt,
    })
  },
})
