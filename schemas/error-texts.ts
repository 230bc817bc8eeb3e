import type { IngestErrorCode } from './ingest-error.ts';

export type ErrorLanguage = 'zh' | 'en';

/** One sentence of what happened, and one of what the reader of it can do. */
export interface ErrorText {
  readonly what: string;
  readonly todo: string;
}

/** Data only: what a person reads for each error code. */
export const errorTexts = {
  file_missing: {
    zh: { what: '找不到该文件。', todo: '请核对路径，确认文件没有被移动、改名或删除。' },
    en: {
      what: 'The file is not there.',
      todo: 'Check the path, and that the file was not moved, renamed or deleted.',
    },
  },
  file_unreadable: {
    zh: {
      what: '文件存在，但系统无法读取其内容。',
      todo: '请检查读取权限，并关闭占用该文件的程序后重试。',
    },
    en: {
      what: 'The file is there, but the system cannot read it.',
      todo: 'Check its permissions, close programs that hold it, and try again.',
    },
  },
  file_empty: {
    zh: { what: '文件是空的，大小为 0 字节。', todo: '请向报送单位重新索取该文件。' },
    en: {
      what: 'The file is empty: it has 0 bytes.',
      todo: 'Ask the submitting unit for the file again.',
    },
  },
  file_too_large: {
    zh: {
      what: '文件超出了可处理的大小上限。',
      todo: '请将文件拆成几份后分别入库，或删去其中与表格无关的内容。',
    },
    en: {
      what: 'The file is larger than the limit.',
      todo: 'Split it into several files, or remove content that is no part of the forms.',
    },
  },
  unsupported_format: {
    zh: {
      what: '暂不支持读取这种格式的文件。',
      todo: '请用办公软件将其另存为 .docx、.xlsx 或 PDF 后再入库。',
    },
    en: {
      what: 'This file format is not read yet.',
      todo: 'Save it as .docx, .xlsx or PDF in an office program and ingest that file.',
    },
  },
  format_too_old: {
    zh: {
      what: '这是早期版本 Word（6.0、95 或更早）的文件，格式与后来的 .doc 不同。',
      todo: '请在本机安装 LibreOffice 后重试，或用办公软件另存为 .docx。',
    },
    en: {
      what: 'This file is of an early Word (6.0, 95 or before), whose format differs from later .doc.',
      todo: 'Install LibreOffice on this machine and try again, or save the file as .docx.',
    },
  },
  executable_file: {
    zh: {
      what: '这是可执行程序或脚本，不是文档，没有打开。',
      todo: '请确认文件来源；如非有意放入，请将其移出该文件夹并查毒。',
    },
    en: {
      what: 'This is a program or a script, not a document; it was not opened.',
      todo: 'Check where it came from; unless it is meant to be there, remove it and scan for viruses.',
    },
  },
  temporary_file: {
    zh: {
      what: '这是其他程序留下的临时文件，不是文档，已忽略。',
      todo: '无需处理；如对应的文档正在编辑，请保存并关闭后再入库。',
    },
    en: {
      what: 'This is a temporary file of another program, not a document; it was ignored.',
      todo: 'Nothing needs doing; if its document is being edited, save and close that one first.',
    },
  },
  archive_truncated: {
    zh: {
      what: '文件不完整，其内部结构被截断或损坏。',
      todo: '如是分卷压缩的一卷，请合并全部分卷后再入库；否则请重新传输或下载该文件，仍不能打开时，请向报送单位重新索取。',
    },
    en: {
      what: 'The file is incomplete: its inner structure is cut off or damaged.',
      todo: 'If it is one part of a split archive, join all parts; otherwise copy or download it again, and if it still does not open, ask the submitting unit for it.',
    },
  },
  archive_too_large: {
    zh: {
      what: '文件解压后的内容超出上限，为保护系统已停止读取。',
      todo: '请核实文件来源；如确为正常文档，请删减其中的图片等内容或拆分后再入库。',
    },
    en: {
      what: 'The file inflates beyond the limit, so reading stopped to protect the system.',
      todo: 'Check where it came from; if it is a genuine document, shrink or split it.',
    },
  },
  archive_too_deep: {
    zh: {
      what: '压缩包或文档层层嵌套，超出上限，更深的内容没有打开。',
      todo: '请核实文件来源；如确有需要，请先解开外面几层再入库。',
    },
    en: {
      what: 'Files lie inside files deeper than the limit; what is deeper was not opened.',
      todo: 'Check where it came from; if it is genuine, unpack its outer layers first.',
    },
  },
  archive_opened: {
    zh: {
      what: '这是压缩包或邮件，本身不是文档；其中的文件已逐个处理。',
      todo: '无需处理；各文件的结果见以“压缩包路径!/”开头的各项。',
    },
    en: {
      what: 'This is an archive or a mail, no document itself; the files inside were taken one by one.',
      todo: 'Nothing needs doing; their results stand under its path followed by "!/".',
    },
  },
  encrypted: {
    zh: {
      what: '文件设有打开密码，无法读取。',
      todo: '请将密码写入文本文件（一行一个），用 --password-file 指定后重试；或取消密码后再入库。',
    },
    en: {
      what: 'The file cannot be read without its password.',
      todo: 'Name a text file with its password, one a line, by --password-file; or remove the password.',
    },
  },
  xml_malformed: {
    zh: {
      what: '文件内部的 XML 有语法错误，无法完整读取。',
      todo: '请用办公软件打开该文件，按提示修复并另存后再入库。',
    },
    en: {
      what: 'The XML inside the file is malformed, so it cannot be read whole.',
      todo: 'Open it in an office program, let that repair it, and save it under a new name.',
    },
  },
  xml_entity: {
    zh: {
      what: '文件内部声明了 XML 实体，可能被用来读取本机文件，已拒绝处理。',
      todo: '请核实文件来源；如可信，请用办公软件另存为新文件后再入库。',
    },
    en: {
      what: 'The file declares XML entities, which may be used to read local files; it was refused.',
      todo: 'Check where it came from; if you trust it, save it anew in an office program.',
    },
  },
  document_incomplete: {
    zh: {
      what: '文件缺少正文部分，无法作为文档读取。',
      todo: '请用办公软件打开核对，重新保存，或向报送单位重新索取。',
    },
    en: {
      what: 'The file has no main part, so it cannot be read as a document.',
      todo: 'Open it in an office program and save it again, or ask the submitting unit for it.',
    },
  },
  document_too_deep: {
    zh: {
      what: '文档内容嵌套过深，超出上限，已停止读取。',
      todo: '请减少表格中嵌套的表格，或将内容复制到新文档后再入库。',
    },
    en: {
      what: 'The document is nested deeper than the limit, so reading stopped.',
      todo: 'Reduce tables inside tables, or copy the content into a new document.',
    },
  },
  encoding_unknown: {
    zh: {
      what: '无法判断该文本文件的字符编码。',
      todo: '请用记事本打开，确认文字正常后另存为 UTF-8 编码。',
    },
    en: {
      what: 'The character encoding of the text file cannot be determined.',
      todo: 'Open it in a text editor, make sure it reads well, and save it as UTF-8.',
    },
  },
  no_text: {
    zh: {
      what: '文件中没有任何文字。',
      todo: '请打开文件核对；如内容是图片，请提供带文字的原始文档。',
    },
    en: {
      what: 'There is no text in the file.',
      todo: 'Open it and check; if it holds only pictures, provide the original with text.',
    },
  },
  time_limit: {
    zh: {
      what: '处理该文件超过了时间上限，已停止。',
      todo: '请在空闲时单独重试；仍然超时的，请拆分文件后再入库。',
    },
    en: {
      what: 'Reading the file took longer than the time limit and was stopped.',
      todo: 'Try it alone when the machine is idle; if that fails too, split the file.',
    },
  },
  memory_limit: {
    zh: {
      what: '处理该文件超过了内存上限，已停止。',
      todo: '请减少同时处理的文件数后重试；仍然失败的，请拆分文件后再入库。',
    },
    en: {
      what: 'Reading the file took more memory than the limit and was stopped.',
      todo: 'Try again with fewer files at a time; if that fails too, split the file.',
    },
  },
  worker_crashed: {
    zh: {
      what: '处理该文件的进程意外退出，该文件未入库。',
      todo: '请重试一次；如再次发生，请保留该文件并报告问题。',
    },
    en: {
      what: 'The process reading the file ended unexpectedly; the file was not loaded.',
      todo: 'Try once more; if it happens again, keep the file and report the problem.',
    },
  },
  warehouse_unavailable: {
    zh: {
      what: '无法连接或写入数据库，该文件未入库。',
      todo: '请检查数据库的地址、磁盘空间，以及是否被其他程序锁定，然后重试。',
    },
    en: {
      what: 'The database cannot be reached or written to; the file was not loaded.',
      todo: 'Check its address, the disk space and locks of other programs, then try again.',
    },
  },
  internal_error: {
    zh: {
      what: '程序内部出错，该文件未入库。',
      todo: '请保留该文件，并附上错误详情报告问题。',
    },
    en: {
      what: 'The program itself failed; the file was not loaded.',
      todo: 'Keep the file and report the problem with the error detail.',
    },
  },
} as const satisfies Record<IngestErrorCode, Record<ErrorLanguage, ErrorText>>;

/** The text of an error in the reader's language. */
export function errorText(code: IngestErrorCode, language: ErrorLanguage): ErrorText {
  return errorTexts[code][language];
}
