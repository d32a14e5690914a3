import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './temporary-folder.ts'

export interface FirmCertificate {
  readonly path: string
  readonly p12: string
  readonly passcode: string
  /** Certificate of the authority, as a file in PEM. */
  readonly authority: string
  readonly dispose: () => void
}

interface Wish {
  readonly days?: number
  readonly key?: 'rsa' | 'ec'
  readonly passcode?: string
}

/** A firm with a Chinese name, certified by an authority of its own, made by OpenSSL. */
export const firmCertificate = ({ days = 365, key = 'rsa', passcode = 'stamp-2026' }: Wish = {}): FirmCertificate => {
  const folder = temporaryFolder()
  const at = (name: string): string => join(folder.path, name)
  const run = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { cwd: folder.path, stdio: 'pipe' })
  }
  const made = key === 'rsa' ? ['-newkey', 'rsa:2048'] : ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']
  run(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '3650',
    '-subj',
    '/CN=测试根证书',
    '-utf8',
  )
  run(
    'req',
    ...made,
    '-nodes',
    '-keyout',
    'firm.key',
    '-out',
    'firm.csr',
    '-subj',
    '/CN=溪山证券/O=Xishan Securities',
    '-utf8',
  )
  writeFileSync(at('ext'), 'keyUsage=digitalSignature,nonRepudiation\n')
  run(
    'x509',
    '-req',
    '-in',
    'firm.csr',
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-days',
    String(days),
    '-extfile',
    'ext',
    '-out',
    'firm.pem',
  )
  run(
    'pkcs12',
    '-export',
    '-inkey',
    'firm.key',
    '-in',
    'firm.pem',
    '-certfile',
    'ca.pem',
    '-out',
    'firm.p12',
    '-passout',
    `pass:${passcode}`,
  )
  return {
    path: at('firm.p12'),
    p12: readFileSync(at('firm.p12')).toString('base64'),
    passcode,
    authority: at('ca.pem'),
    dispose: () => folder[Symbol.dispose](),
  }
}
