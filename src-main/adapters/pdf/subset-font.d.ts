declare module 'subset-font' {
  type Options = {
    readonly targetFormat?: 'sfnt' | 'woff' | 'woff2'
    readonly keepFeatures?: readonly string[]
    readonly noLayoutClosure?: boolean
    readonly noHinting?: boolean
    readonly dropTables?: readonly string[]
  }
  const subsetFont: (font: Buffer, text: string, options?: Options) => Promise<Buffer>
  // eslint-disable-next-line import/no-default-export
  export default subsetFont
}
