import { describe, expect, it } from 'vitest'
import { filesBelow, readSource, type SourceFile, type SyntaxNode } from '../../helpers/source-file.ts'

const sourcesIn = (folder: string): readonly SourceFile[] => filesBelow(folder, /\.tsx$/).map(readSource)

const named = (node: unknown): string => String((node as SyntaxNode | undefined)?.['name'])

/** Names that a file exports and that a tag can begin with. */
const componentsOf = (file: SourceFile): readonly string[] =>
  file
    .find(node => node.type === 'ExportNamedDeclaration')
    .flatMap(node => ((node['declaration'] as SyntaxNode | null)?.['declarations'] as SyntaxNode[] | undefined) ?? [])
    .map(each => named(each['id']))
    .filter(name => /^[A-Z]\w*[a-z]/.test(name))

describe('the gallery', () => {
  const components = sourcesIn('src-renderer/ui').flatMap(componentsOf)
  const shown = new Set(
    sourcesIn('src-renderer/features/gallery').flatMap(file =>
      file.find(node => node.type === 'JSXOpeningElement').map(node => named(node['name'])),
    ),
  )

  it('has the components it is asked about', () => {
    expect(components).toEqual(expect.arrayContaining(['Button', 'DataGrid', 'Fig', 'FormDialog', 'EChart']))
  })

  it('shows every component of the design system', () => {
    expect(components.filter(name => !shown.has(name))).toEqual([])
  })

  it('shows a matrix cell, the keys and the search beside them', () => {
    expect(['CellFace', 'PendingCell', 'KeysDialog', 'Palette'].filter(name => !shown.has(name))).toEqual([])
  })
})
