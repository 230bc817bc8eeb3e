import { canonicalDump } from '../../warehouse/canonical-dump.ts';
import { openWarehouse } from '../../warehouse/warehouse.ts';

/** What a warehouse holds, apart from when and from where it came: sorted lines. */
export async function contentOf(path: string): Promise<string[]> {
  const warehouse = await openWarehouse(path, { readOnly: true });
  try {
    return [...canonicalDump(warehouse)];
  } finally {
    warehouse.close();
  }
}
