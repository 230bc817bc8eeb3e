/** Who works on a content: a second file of it waits for the first, then is its copy. */
export interface Turns {
  /** Resolves when nobody else has the content in hand. */
  take(documentId: string): Promise<void>;
  release(documentId: string): void;
}

export function createTurns(): Turns {
  const ends = new Map<string, () => void>();
  const waiting = new Map<string, Promise<void>>();
  return {
    async take(documentId) {
      for (let first = waiting.get(documentId); first; first = waiting.get(documentId)) await first;
      waiting.set(documentId, new Promise((resolve) => ends.set(documentId, resolve)));
    },
    release(documentId) {
      waiting.delete(documentId);
      ends.get(documentId)?.();
      ends.delete(documentId);
    },
  };
}
