import { hash } from 'node:crypto'
import type { HashText } from '../../services/ports/hash-text.ts'

export const hashText: HashText = text => hash('sha256', text, 'hex')
