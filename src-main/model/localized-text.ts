/** Older name of `BiText`. */
export { BiText as LocalizedText } from './text.ts'
