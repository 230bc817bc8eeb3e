import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { defaultLimits } from '../extractors/extractor.ts';
import { checkAcrossDocuments } from '../pipeline/cross-check.ts';
import { loadRecordOf } from '../pipeline/load-record.ts';
import { checkDocument } from '../pipeline/stages/check.ts';
import { detectDocument } from '../pipeline/stages/detect.ts';
import { mapForms } from '../pipeline/stages/map.ts';
import { recognize } from '../pipeline/stages/recognize.ts';
import { documentIdOf } from '../pipeline/understand.ts';
import { buildLabelIndex, type LabelIndex } from '../pipeline/vocabulary/label-index.ts';
import { loadVocabulary } from '../pipeline/vocabulary/user-dictionary.ts';
import { loadDocument } from '../warehouse/load-document.ts';
import { startRun } from '../warehouse/runs.ts';
import { openWarehouse, type Warehouse } from '../warehouse/warehouse.ts';
import { archivePaths } from './archive-folder.ts';
import { parseFloor } from './floor-parse.ts';
import { type FloorRows, openFloorRows } from './floor-rows.ts';
import { type MeasureTask, type StageName, type StagesMeasure, stageNames } from './measures.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';

interface Bench {
  readonly labels: LabelIndex;
  readonly warehouse: Warehouse;
  readonly floor: FloorRows;
}

/** Files read before the watch starts, so that compiling is not counted. */
const warmUp = 30;
const runId = 'bench';

/** Every stage on its own in one thread, file by file in turn with its floor. */
export async function measureStages(task: MeasureTask): Promise<StagesMeasure> {
  const paths = archivePaths(task.folder, task.files);
  const warehouse = await openWarehouse(task.database);
  startRun(warehouse, { run_id: runId, started_at: new Date().toISOString(), command: 'bench' });
  const bench: Bench = {
    labels: buildLabelIndex(loadVocabulary(task.database)),
    warehouse,
    floor: openFloorRows(task.database, `${task.database}.floor`),
  };
  const cold = createStopwatch(stageNames);
  for (const path of paths.slice(0, warmUp)) await measureFile(path, bench, cold);
  checkAcrossDocuments(warehouse);

  const counted = paths.length > warmUp ? paths.slice(warmUp) : paths;
  const watch = createStopwatch(stageNames);
  for (const path of counted) await measureFile(path, bench, watch);
  watch.time('across', () => checkAcrossDocuments(warehouse));
  bench.floor.close();
  warehouse.close();
  const perDocument = watch.totals();
  for (const name of stageNames) perDocument[name] /= counted.length;
  return { files: counted.length, perDocument };
}

async function measureFile(
  path: string,
  { labels, warehouse, floor }: Bench,
  watch: Stopwatch<StageName>,
): Promise<void> {
  const bytes = new Uint8Array(readFileSync(path));
  const documentId = documentIdOf(bytes);
  const fileName = basename(path);
  const { document, format } = await watch.timeAsync('extract', async () => {
    const { extractor, format } = await detectDocument(bytes, fileName);
    return { document: (await extractor.extract(bytes, defaultLimits)).value, format };
  });
  const recognized = watch.time('recognise', () => recognize(document, labels)).value;
  const input = { document, forms: recognized, documentId, fileName };
  const forms = watch.time('map', () => mapForms(input, labels)).value;
  const anomalies = watch.time('check', () => checkDocument({ fileName, forms }));
  watch.time('floorParse', () => parseFloor(bytes));
  const understood = {
    ...{ documentId, fileName, bytes: bytes.length, format, attachments: [] },
    ...{ document, recognized, forms, anomalies, notices: [] },
    ...{ characters: null, unaccountedCharacters: null },
  };
  watch.time('load', () => {
    const place = { path, runId, ingestedAt: new Date().toISOString() };
    loadDocument(warehouse, loadRecordOf(understood, place));
  });
  const rows = floor.read(documentId);
  watch.time('floorInsert', () => floor.insert(rows));
}
