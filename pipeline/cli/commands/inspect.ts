import { readFile, writeFile } from 'node:fs/promises';
import { Option } from 'commander';
import type { Table } from '../../../schemas/document.ts';
import { errorText } from '../../../schemas/error-texts.ts';
import type { MappedForm } from '../../../schemas/form.ts';
import { IngestError } from '../../../schemas/ingest-error.ts';
import { loadRecordOf } from '../../load-record.ts';
import { asBytes, insideMark } from '../../source-file.ts';
import { type Stage, stages, type Understood } from '../../understand.ts';
import { readError } from '../../walk.ts';
import type { UnderstandPool } from '../../workers/pool.ts';
import type { InspectGoal, UnpackedContainer } from '../../workers/understand-worker.ts';
import { type Command, type CommandIo, defaultDatabase, Exit, exitCodes } from '../command.ts';
import { inspectionPage } from '../inspection-page.ts';
import { message } from '../messages.ts';
import { addReadingOptions, openReading, type ReadingFlags } from '../reading.ts';
import { formatRows } from '../table.ts';

interface InspectFlags extends ReadingFlags {
  readonly json?: true;
  readonly html?: string;
  readonly stopAfter: Stage | 'load';
}

export const inspectCommand: Command = {
  name: 'inspect',
  summary: {
    zh: '查看一个文件被识别成什么：表格、表单、数值、异常；不写入数据库',
    en: 'Show what a file is understood as: tables, forms, values, anomalies; load nothing',
  },
  examples: [
    'inspect 自评表.docx',
    'inspect 自评表.docx --stop-after extract',
    'inspect 汇总.zip!/2023/自评表.doc',
    'inspect 自评表.pdf --html 自评表.html',
    'inspect 自评表.docx --stop-after map --json',
  ],
  define(program, io) {
    program
      .argument('<file>', '文件 / file')
      .option(
        '--db <path>',
        '使用该数据库旁的标签词典 / use the dictionary beside this warehouse',
        defaultDatabase,
      )
      .addOption(
        new Option('--stop-after <stage>', '到哪一步为止 / last stage to run')
          .choices([...stages, 'load'])
          .default('check'),
      )
      .option('--json', '输出该步骤的完整结果 / print the stage’s whole value')
      .option(
        '--html <out>',
        '写成网页：单元格画在页面图像上 / as a page, cells drawn over the pages',
      )
      .action((file: string, flags: InspectFlags) => inspect(file, flags, io));
    addReadingOptions(program);
  },
};

async function inspect(file: string, flags: InspectFlags, io: CommandIo): Promise<void> {
  const { pool, close } = await openReading(flags, 1, io);
  try {
    const stopAfter = flags.stopAfter === 'load' ? 'check' : flags.stopAfter;
    const goal = { stopAfter, pictures: flags.html !== undefined };
    const answer = await understandPath(file, goal, pool, io);
    if (answer.kind === 'container') {
      io.out(flags.json ? JSON.stringify(answer, null, 2) : describeContainer(answer, file, io));
      return;
    }
    const { understood, pictures } = answer;
    if (flags.html !== undefined) {
      await writePage(flags.html, inspectionPage(understood, pictures), io);
    }
    io.out(
      flags.json
        ? JSON.stringify(stageValue(understood, flags.stopAfter, file, io), null, 2)
        : describe(understood, io),
    );
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    const { what, todo } = errorText(error.code, io.language);
    if (flags.json)
      io.out(JSON.stringify({ path: file, error_code: error.code, error_message: what, todo }));
    throw new Exit(
      exitCodes.someFilesFailed,
      message(io.language, 'failure', file, error.code, `${what}（${error.message}）`, todo),
    );
  } finally {
    await close();
  }
}

async function writePage(file: string, page: string, io: CommandIo): Promise<void> {
  await writeFile(file, page).catch((cause: unknown) => {
    const { message: detail } = readError(cause);
    throw new Exit(exitCodes.usage, message(io.language, 'notWritten', file, detail));
  });
}

/** A file by its path; one inside others by the way to it: "a.zip!/b.zip!/2023/c.doc". */
async function understandPath(
  file: string,
  goal: InspectGoal,
  pool: UnderstandPool,
  io: CommandIo,
) {
  const [outer = '', ...inner] = file.split(insideMark);
  let path = outer;
  let bytes = await bytesOf(io.fileOf(outer));
  for (const [depth, inside] of inner.entries()) {
    const answer = await pool.prepare(
      { bytes, path, depth },
      { path, runId: 'inspect', ingestedAt: io.now().toISOString() },
    );
    const files = answer.kind === 'container' ? answer.unpacked.files : answer.inside;
    const found = files.find((one) => one.inside === inside);
    if (!found) {
      throw new Exit(exitCodes.usage, message(io.language, 'noMember', path, inside));
    }
    if (found.error) throw new IngestError(found.error.code, found.error.detail);
    path += insideMark + inside;
    bytes = await bytesOf(found.file ?? '');
  }
  return pool.understand({ bytes, path, depth: inner.length }, goal);
}

async function bytesOf(file: string | Buffer): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw readError(cause);
  });
  return asBytes(bytes);
}

function describeContainer(
  { name, unpacked }: UnpackedContainer,
  file: string,
  io: CommandIo,
): string {
  const lines = unpacked.files.map(
    ({ inside, error }) =>
      `${file}${insideMark}${inside}${error ? `  [${error.code}] ${errorText(error.code, io.language).what}` : ''}`,
  );
  const { error } = unpacked;
  if (error) lines.push(`[${error.code}] ${errorText(error.code, io.language).what}`);
  return [
    `${name}  ${message(io.language, 'membersInside')} ${unpacked.files.length}`,
    ...lines,
  ].join('\n');
}

/** The value that a stage gives (of `load`: what would be loaded), with the notices met until then. */
function stageValue(
  understood: Understood,
  stage: Stage | 'load',
  path: string,
  io: CommandIo,
): unknown {
  const { documentId: document_id, format, notices } = understood;
  const value = {
    detect: () => understood.format,
    extract: () => understood.document,
    recognize: () => understood.recognized,
    map: () => understood.forms,
    check: () => understood.anomalies,
    load: () =>
      loadRecordOf(understood, { path, runId: 'inspect', ingestedAt: io.now().toISOString() }),
  }[stage]();
  return { document_id, format, stage, value, notices };
}

function describe(understood: Understood, io: CommandIo): string {
  const parts = [`${understood.fileName}\n${understood.format}  ${understood.documentId}`];
  for (const block of understood.document?.blocks ?? []) {
    if (block.kind === 'table')
      parts.push(`[表 ${block.tableNo}: ${block.rows}×${block.columns}]\n${gridText(block)}`);
    else if (block.text.trim() !== '' && !understood.recognized)
      parts.push(`${block.number ?? ''}${block.text}`);
  }
  if (!understood.forms)
    for (const form of understood.recognized ?? [])
      parts.push(`${form.ordinal}. ${form.type}  ${form.title ?? ''}`);
  for (const form of understood.forms ?? []) parts.push(formText(form));
  if (understood.anomalies) {
    const lines = understood.anomalies.map(
      (a) => `${a.severity}  ${a.rule_code}  [${a.form_ordinal ?? '-'}] ${a.message}`,
    );
    parts.push(`异常 ${lines.length}\n${lines.join('\n')}`);
  }
  if (understood.notices.length > 0)
    parts.push(`提示\n${understood.notices.map((n) => `${n.code}: ${n.message}`).join('\n')}`);
  const { attachments } = understood;
  if (attachments.length > 0) {
    const names = attachments.map(({ name }) => insideMark + name);
    parts.push([message(io.language, 'membersInside'), ...names].join('\n'));
  }
  if (understood.characters !== null) {
    parts.push(`字符 ${understood.characters}，未归入 ${understood.unaccountedCharacters}`);
  }
  return parts.join('\n\n');
}

/** A grid as text: a cell a field, ← and ↑ where a cell reaches from the left or from above. */
export function gridText(table: Table): string {
  const lines = Array.from({ length: table.rows }, () =>
    Array.from({ length: table.columns }, () => ''),
  );
  for (const cell of table.cells) {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      for (let c = cell.column; c < cell.column + cell.columnSpan; c++) {
        const line = lines[r];
        if (line)
          line[c] =
            r > cell.row ? '↑' : c > cell.column ? '←' : cell.text.replace(/\s*\n\s*/g, '⏎').trim();
      }
    }
  }
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function formText(form: MappedForm): string {
  const head = [
    `${form.ordinal}. ${form.form_type}（${form.confidence}）${form.title ?? '（无标题）'}`,
    `   ${form.fiscal_year ?? '?'}年度  ${form.unit_name ?? '?'}  ${form.project_name ?? ''}`.trimEnd(),
  ];
  const tables: string[] = [];
  if (form.amounts.length > 0) {
    const columns = ['line_code', 'measure', 'amount_fen', 'amount_raw'] as const;
    tables.push(
      formatRows({ columns, rows: form.amounts.map((a) => columns.map((c) => a[c])) }, 'table'),
    );
  }
  if (form.indicators.length > 0) {
    const columns = [
      'level1_code',
      'level2_code',
      'level3',
      'target_raw',
      'target_operator',
      'target_value',
      'target_unit',
      'actual_raw',
      'weight',
      'score',
    ] as const;
    tables.push(
      formatRows({ columns, rows: form.indicators.map((a) => columns.map((c) => a[c])) }, 'table'),
    );
  }
  if (form.base_data.length > 0) {
    const columns = ['item_code', 'measure', 'period_year', 'value', 'unit', 'value_raw'] as const;
    tables.push(
      formatRows({ columns, rows: form.base_data.map((a) => columns.map((c) => a[c])) }, 'table'),
    );
  }
  const sections = form.sections
    .filter((s) => s.level > 0)
    .map((s) => `${'  '.repeat(s.level)}${s.number_raw ?? ''}${s.heading ?? ''}`);
  const facts = form.narrative_facts.map(
    (f) =>
      `   ${f.subject_raw} ${f.value ?? ''}${f.unit ?? ''}${f.change_direction ? ` ${f.change_direction} ${f.change_value ?? ''}` : ''}`,
  );
  return [...head, ...tables, ...sections, ...facts].join('\n');
}
