import { Option } from 'commander';
import { builtInVocabulary } from '../../../schemas/built-in-vocabulary.ts';
import { type LabelKind, labelKinds } from '../../../schemas/vocabulary.ts';
import { acceptLabel, dictionaryPath } from '../../vocabulary/user-dictionary.ts';
import { type Command, type CommandIo, defaultDatabase, Exit, exitCodes } from '../command.ts';
import { message } from '../messages.ts';
import { readRows } from '../read-rows.ts';
import { formatRows, type TableFormat, tableFormats } from '../table.ts';

interface LabelFlags {
  readonly db: string;
  readonly suggest?: true;
  readonly format: TableFormat;
}

export const labelsCommand: Command = {
  name: 'labels',
  summary: {
    zh: '列出词典不认识的标签；labels accept 将一个标签记入自己的词典',
    en: 'List labels no dictionary knows; labels accept writes one into your own',
  },
  examples: [
    'labels --suggest',
    'labels accept 年中追加数 --kind funding_column --code budget_adjustment',
  ],
  define(program, io) {
    program
      .option('--db <path>', '数据库 / warehouse', defaultDatabase)
      .option('--suggest', '同时给出最接近的代码 / with the closest code')
      .addOption(
        new Option('--format <format>', '输出格式 / output format')
          .choices(tableFormats)
          .default('table'),
      )
      .action(async (flags: LabelFlags) => {
        const columns = ['label', 'context', 'form_type', 'occurrences'];
        if (flags.suggest) columns.push('suggestion', 'suggestion_score');
        const result = await readRows(
          io,
          flags.db,
          `SELECT ${columns.join(', ')} FROM unmapped_labels ORDER BY occurrences DESC, label`,
        );
        if (result.rows.length === 0 && flags.format === 'table')
          io.out(message(io.language, 'noRows'));
        else io.out(formatRows(result, flags.format));
      });
    program
      .command('accept')
      .description('将标签记入自己的词典 / write a label into your own dictionary')
      .argument('<label>', '标签 / label')
      .addOption(
        new Option('--kind <kind>', '标签种类（labels 的 context 列） / kind')
          .choices([...labelKinds])
          .makeOptionMandatory(),
      )
      .requiredOption('--code <code>', '对应的代码 / code')
      .option('--db <path>', '数据库 / warehouse', defaultDatabase)
      .addHelpText(
        'after',
        '\n例 / Examples:\n  guidang labels accept 年中追加数 --kind funding_column --code budget_adjustment',
      )
      .action((label: string, _flags, command) => {
        const { kind, code, db } = command.optsWithGlobals() as {
          kind: LabelKind;
          code: string;
          db: string;
        };
        accept(label, kind, code, db, io);
      });
  },
};

function accept(label: string, kind: LabelKind, code: string, db: string, io: CommandIo): void {
  const codes = [...new Set(builtInVocabulary.filter((c) => c.kind === kind).map((c) => c.code))];
  if (!codes.includes(code)) {
    throw new Exit(
      exitCodes.usage,
      message(io.language, 'unknownCode', kind, code, codes.join(', ')),
    );
  }
  acceptLabel(db, { kind, code }, label);
  io.out(message(io.language, 'labelAccepted', label, kind, code, dictionaryPath(db)));
}
