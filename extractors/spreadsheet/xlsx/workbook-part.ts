const usualMainPart = /^xl\/workbook\d*\.xml$/i;

/** Whether a member's name is that of a workbook's main part. */
export function isWorkbookPart(name: string): boolean {
  return usualMainPart.test(name);
}
