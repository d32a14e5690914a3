/** A column of numbers: they and their head stand to the right. */
export const right = {
  type: 'rightAligned',
  cellClass: 'ag-right-aligned-cell',
  headerClass: 'ag-right-aligned-header',
}
