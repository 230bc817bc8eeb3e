/** What every column of every public view means. Data only; the Chinese twin views are named from it. */

export interface ColumnMeaning {
  readonly column: string;
  /** Also the column's name in the Chinese twin view. */
  readonly label_zh: string;
  readonly description_zh: string;
  /** 分, 万元, 比例 …; null where a unit makes no sense. */
  readonly unit: string | null;
}

export interface ViewMeaning {
  readonly view: string;
  /** Name of the Chinese twin view. */
  readonly label_zh: string;
  readonly columns: readonly ColumnMeaning[];
}

function col(column: string, label_zh: string, description_zh: string, unit: string | null = null) {
  return { column, label_zh, description_zh, unit } satisfies ColumnMeaning;
}

function view(name: string, label_zh: string, columns: readonly ColumnMeaning[]): ViewMeaning {
  return { view: name, label_zh, columns };
}

const documentId = col('document_id', '文件编号', '文件内容的 SHA-256，十六进制');
const formId = col('form_id', '表单编号', '所在表单；针对整个文件时为 NULL');
const unitName = col('unit_name', '单位', '单位名称，已规范');
const fiscalYear = col('fiscal_year', '年度', '预算年度', '年');
const projectName = col('project_name', '项目', '项目名称；单位整体为 NULL');
const formType = col('form_type', '表单类型', '表单类型代码，如 overall_self_evaluation');
const confidence = col('confidence', '置信度', '读取的把握，0 到 1；数字文本为 1', '比例');
const isCurrent = col('is_current', '现行', '没有同一表单的更晚版本时为 1，否则为 0');
const valueId = col('value_id', '数值编号', '数值的固定编号，重新入库不变');
const ordinal = col('ordinal', '序号', '在表单中的先后，从 1 起');
const lineCode = col('line_code', '资金行', '资金行代码，如 total、basic_expenditure');
const measure = col('measure', '口径', '年初预算、全年预算、执行数等口径的代码');
const amountFen = col('amount_fen', '金额_分', '金额，整数', '分');
const weight = col('weight', '分值', '表中印出的分值', '分（得分）');
const score = col('score', '得分', '表中印出的得分', '分（得分）');
const executionRate = col('execution_rate', '执行率', '表中印出的执行率，小数', '比例');
const level1Code = col('level1_code', '一级指标代码', '一级指标代码，如 output');
const level2Code = col('level2_code', '二级指标代码', '二级指标代码，如 quantity');
const level3 = col('level3', '三级指标', '三级指标名称');
const itemCode = col('item_code', '项目代码', '基础数据项目代码，如 three_public_total');
const changeRate = col(
  'change_rate',
  '变动率',
  '（本年 − 上年）÷ 上年；上年未知或为 0 时为 NULL',
  '比例',
);
const page = col('page', '页', '所在页，从 1 起');
const tableNo = col('table_no', '表号', '文件中第几张表，从 1 起');
const rowNo = col('row_no', '行号', '表内行，从 1 起');
const columnNo = col('column_no', '列号', '表内列，从 1 起');
const runId = col('run_id', '运行编号', '入库运行的编号');
const path = col('path', '路径', '文件所在路径');
const fileName = col('file_name', '文件名', '文件名');

const fact = [valueId, documentId, formId, unitName, fiscalYear, projectName, formType];
const factEnd = [confidence, isCurrent];

function facts(name: string, label_zh: string, columns: readonly ColumnMeaning[]): ViewMeaning {
  return view(name, label_zh, [...fact, ...columns, ...factEnd]);
}

/** Columns of a target or an outcome. */
function comparison(prefix: 'target' | 'actual', word: string): ColumnMeaning[] {
  return [
    col(`${prefix}_raw`, word, `${word}，原文`),
    col(`${prefix}_operator`, `${word}_比较`, '比较方式代码：gte、lte、eq、between、text 等'),
    col(`${prefix}_value`, `${word}_数值`, '数值；百分数按百分点（90% 为 90）', '见单位列'),
    col(`${prefix}_value_max`, `${word}_上限`, '区间的上限', '见单位列'),
    col(`${prefix}_unit`, `${word}_单位`, '数值的单位，按原文'),
    col(`${prefix}_date`, `${word}_日期`, '时限，ISO 8601'),
  ];
}

/** In the order in which a reader meets them: files, facts, findings, sources, years, runs. */
export const dataDictionary: readonly ViewMeaning[] = [
  view('documents', '文件', [
    documentId,
    path,
    fileName,
    col('format', '格式', '按内容判定的格式代码'),
    col('bytes', '字节数', '文件大小', '字节'),
    col('pages', '页数', '页数；格式不分页时为 NULL', '页'),
    col('status', '状态', 'loaded 已入库、duplicate 重复、failed 失败、ignored 非文件'),
    col('error_code', '错误代码', '失败原因的固定代码'),
    col('error_message', '错误说明', '失败原因，一句话'),
    col('characters', '字符数', '原文的非空白字符数', '字符'),
    col(
      'unaccounted_characters',
      '未归属字符数',
      '不在任何单元格、章节、剩余文本中的字符数',
      '字符',
    ),
    col('extractor', '读取器', '读取器的名称和版本'),
    col('ocr_engine', '识别引擎', '文字识别引擎；未用识别时为 NULL'),
    runId,
    col('ingested_at', '入库时间', '入库时间，ISO 8601'),
    col('duplicate_of', '重复于', '与之重复的文件编号'),
  ]),
  view('document_copies', '文件副本', [
    documentId,
    path,
    fileName,
    runId,
    col('seen_at', '遇见时间', '在该路径遇见同一内容的时间，ISO 8601'),
  ]),
  view('forms', '表单', [
    formId,
    documentId,
    col('ordinal', '序号', '表单在文件中的先后，从 1 起'),
    formType,
    col('title', '标题', '表单标题'),
    fiscalYear,
    unitName,
    col('unit_name_raw', '单位_原文', '单位名称，原文'),
    projectName,
    col('supervising_unit', '主管部门', '主管部门名称'),
    col('implementing_unit', '实施单位', '实施单位名称'),
    col('page_from', '起始页', '表单开始的页'),
    col('page_to', '结束页', '表单结束的页'),
    ...factEnd,
  ]),
  facts('amounts', '资金', [
    lineCode,
    col('line_label_raw', '资金行_原文', '资金行的标签，原文'),
    measure,
    amountFen,
    col('amount_wan', '金额_万元', '金额', '万元'),
    col('amount_raw', '金额_原文', '单元格原文'),
  ]),
  facts('budget_execution', '预算执行', [
    lineCode,
    col('initial_budget_wan', '年初预算数', '年初预算数', '万元'),
    col('annual_budget_wan', '全年预算数', '全年预算数', '万元'),
    col('executed_wan', '全年执行数', '全年执行数', '万元'),
    weight,
    executionRate,
    score,
  ]),
  facts('indicators', '绩效指标', [
    ordinal,
    level1Code,
    col('level1_raw', '一级指标', '一级指标，原文'),
    level2Code,
    col('level2_raw', '二级指标', '二级指标，原文'),
    level3,
    ...comparison('target', '年度指标值'),
    ...comparison('actual', '实际完成值'),
    weight,
    score,
    col('deviation_reason', '偏差原因', '偏差原因分析及改进措施'),
    col('remark', '备注', '备注'),
  ]),
  facts('base_data', '基础数据', [
    itemCode,
    col('item_label_raw', '项目_原文', '项目标签，原文'),
    col('measure', '口径', '编制数、上年决算数、本年预算数等口径的代码'),
    col('period_year', '数据年度', '数值所属年度', '年'),
    col('value', '数值', '数值', '见单位代码列'),
    col('unit', '单位代码', 'person 人、wan_yuan 万元、m2 平方米、ratio 比例、text 文字'),
    col('value_raw', '数值_原文', '单元格原文'),
    col('amount_fen', '金额_分', '金额，整数；不是金额时为 NULL', '分'),
  ]),
  facts('goals', '绩效目标', [
    ordinal,
    col('expected_text', '预期目标', '年初设定的目标'),
    col('actual_text', '实际完成情况', '目标实际完成情况'),
  ]),
  facts('key_tasks', '重点工作', [
    ordinal,
    col('task', '工作任务', '年度重点工作任务'),
    col('responsible_unit', '责任单位', '责任单位或科室'),
    col('goal', '工作目标', '任务的目标'),
  ]),
  facts('form_totals', '总分', [weight, score]),
  facts('sections', '章节', [
    ordinal,
    col('number_raw', '编号', '标题的编号，如“一、”'),
    col('level', '层级', '标题层级；0 为编号标题之外的文字'),
    col('heading', '标题', '标题'),
    col('text', '正文', '标题下的文字'),
    page,
  ]),
  facts('narrative_facts', '叙述数据', [
    col('section_ordinal', '章节序号', '所在章节的序号'),
    col('subject_code', '事项代码', '所述事项的代码'),
    col('subject_raw', '事项', '所述事项，原文'),
    col('measure', '口径', '所述数据的口径'),
    col('value', '数值', '数值', '见单位列'),
    col('unit', '数值单位', '数值的单位'),
    col('amount_fen', '金额_分', '金额，整数；不是金额时为 NULL', '分'),
    col('change_direction', '变动方向', 'increase 增加、decrease 减少'),
    col('change_value', '变动数', '变动的大小', '见单位列'),
    col('sentence', '句子', '所在句子'),
  ]),
  view('anomalies', '异常', [
    col('anomaly_id', '异常编号', '异常的固定编号'),
    documentId,
    formId,
    col('rule_code', '规则', '规则代码'),
    col('severity', '严重程度', 'error 数据矛盾、warning 需人工核对、info 提示'),
    unitName,
    fiscalYear,
    col('field', '字段', '所涉资金行、指标或列'),
    col('expected', '应为', '按规则应有的值'),
    col('actual', '实为', '表中的值'),
    col('difference', '差额', '两者之差'),
    col('message', '说明', '可直接转给填报单位的一句话'),
    col('evidence', '依据', '所依据数值的编号，JSON 数组'),
    col('status', '处理状态', 'open 未处理，或审核人的结论'),
    col('reviewed_by', '审核人', '审核人'),
    col('reviewed_at', '审核时间', '审核时间，ISO 8601'),
    col('note', '审核意见', '审核意见'),
  ]),
  view('provenance', '出处', [
    valueId,
    col('column_name', '列名', '该数值的哪一列'),
    documentId,
    page,
    tableNo,
    rowNo,
    columnNo,
    ...['x0', 'y0', 'x1', 'y1'].map((c) => col(c, c, '在页面上的位置，自左上角起', '磅')),
    col('raw_text', '原文', '读取时的原文'),
    col('method', '取值方式', 'cell 单元格、label_value 标签与值同格、title 标题、sentence 句子等'),
    confidence,
  ]),
  view('raw_cells', '单元格', [
    documentId,
    tableNo,
    page,
    rowNo,
    columnNo,
    col('row_span', '跨行数', '合并的行数', '行'),
    col('column_span', '跨列数', '合并的列数', '列'),
    col('text', '文字', '单元格文字，段落以换行分隔'),
    confidence,
  ]),
  view('leftovers', '剩余文本', [
    documentId,
    page,
    col('location', '位置', '在原文件中的位置'),
    col('text', '文字', '文字'),
    col(
      'reason',
      '原因',
      'header 页眉、footer 页脚、page_number 页码、deleted_revision 删除的修订、struck_out 带删除线的文字等',
    ),
  ]),
  view('corrections', '更正', [
    valueId,
    col('column_name', '列名', '更正的列'),
    col('extracted_value', '读取值', '读取的值'),
    col('corrected_value', '更正值', '更正后的值'),
    col('reason', '理由', '更正的理由'),
    col('corrected_by', '更正人', '更正人'),
    col('corrected_at', '更正时间', '更正时间，ISO 8601'),
    col('undone_at', '撤销时间', '撤销时间；未撤销为 NULL'),
  ]),
  view('unmapped_labels', '未识别标签', [
    col('label', '标签', '没有词典收录的标签'),
    col('context', '语境', '所在区块的种类'),
    formType,
    col('occurrences', '出现次数', '出现次数', '次'),
    col('suggestion', '建议', '最接近的已知字段'),
    col('suggestion_score', '建议得分', '建议的相似度，0 到 1', '比例'),
  ]),
  view('units', '单位', [
    col('unit_id', '单位编号', '单位的固定编号'),
    col('unit_name', '单位', '单位现名'),
    col('region_code', '行政区划代码', '行政区划代码；未知为 NULL'),
    col('level', '层级', '按名称判断：省、市、县区、街道、乡镇、村社区；判断不了为 NULL'),
  ]),
  view('unit_aliases', '单位别名', [
    col('unit_id', '单位编号', '单位的固定编号'),
    col('alias', '别名', '表单上出现过的名称'),
    col('valid_from', '起始年度', '该名称最早出现的年度', '年'),
    col('valid_to', '截止年度', '该名称最晚出现的年度', '年'),
    col('source', '来源', 'form 表单原文、short_name 省略上级区划的简称、renamed 更名前后'),
  ]),
  view('yoy_amounts', '同比_资金', [
    unitName,
    projectName,
    formType,
    lineCode,
    measure,
    fiscalYear,
    col('amount_wan', '金额', '本年金额', '万元'),
    col('prior_amount_wan', '上年金额', '上年金额；没有上年表单时为 NULL', '万元'),
    col('change_wan', '变动额', '本年 − 上年', '万元'),
    changeRate,
  ]),
  view('yoy_budget_execution', '同比_预算执行', [
    unitName,
    projectName,
    formType,
    lineCode,
    fiscalYear,
    col('annual_budget_wan', '全年预算数', '本年全年预算数', '万元'),
    col('prior_annual_budget_wan', '上年全年预算数', '上年全年预算数', '万元'),
    col('executed_wan', '全年执行数', '本年全年执行数', '万元'),
    col('prior_executed_wan', '上年全年执行数', '上年全年执行数', '万元'),
    col('executed_change_rate', '执行数变动率', '（本年 − 上年）÷ 上年', '比例'),
    executionRate,
    col('prior_execution_rate', '上年执行率', '上年表中印出的执行率', '比例'),
    score,
    col('prior_score', '上年得分', '上年得分', '分（得分）'),
  ]),
  view('yoy_indicators', '同比_绩效指标', [
    unitName,
    level1Code,
    level2Code,
    level3,
    fiscalYear,
    col('prior_level3', '上年三级指标', '对应的上年指标名称；没有对应的为 NULL'),
    col('match_score', '匹配度', '与上年指标名称的匹配度，同名为 1', '比例'),
    col('actual_value', '实际完成值_数值', '本年实际完成值', '见指标单位'),
    col('prior_actual_value', '上年实际完成值_数值', '上年实际完成值', '见指标单位'),
    changeRate,
    score,
    col('prior_score', '上年得分', '上年得分', '分（得分）'),
  ]),
  view('yoy_base_data', '同比_基础数据', [
    unitName,
    itemCode,
    fiscalYear,
    col('value', '数值', '本年决算数（人员为在职人数，楼堂馆所为实际面积）', '见项目'),
    col('prior_value', '上年数值', '上年表中的决算数；没有则取本年表中引用的上年决算数', '见项目'),
    changeRate,
    col('restated', '上年数不一致', '上年表中的数与本年引用的不同为 1，相同为 0，无从比较为 NULL'),
  ]),
  view('runs', '运行', [
    runId,
    col('started_at', '开始时间', '开始时间，ISO 8601'),
    col('finished_at', '结束时间', '结束时间；未结束为 NULL'),
    col('command', '命令', '所执行的命令'),
    col('files', '文件数', '处理的文件数', '个'),
    col('loaded', '入库数', '入库的文件数', '个'),
    col('duplicates', '重复数', '内容重复的文件数', '个'),
    col('failed', '失败数', '失败的文件数', '个'),
    col('forms', '表单数', '读出的表单数', '个'),
    col('anomalies', '异常数', '发现的异常数', '个'),
  ]),
  view('data_dictionary', '数据字典', [
    col('view_name', '视图', '视图名'),
    col('column_name', '列名', '列名'),
    col('label_zh', '中文名', '列的中文名'),
    col('description_zh', '说明', '列的含义'),
    col('unit', '计量单位', '列的计量单位；没有为 NULL'),
  ]),
];
