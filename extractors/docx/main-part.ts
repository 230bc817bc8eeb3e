const usualMainPart = /^word\/document\d*\.xml$/i;

/** Whether a member's name is that of a Word document's main part. */
export function isMainPart(name: string): boolean {
  return usualMainPart.test(name);
}
