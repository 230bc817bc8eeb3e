/** What reports count and weigh, and the code of each. Longer labels win over the ones they end with. */
export const narrativeSubjects: readonly {
  readonly code: string;
  readonly labels: readonly string[];
}[] = [
  {
    code: 'internal_org_count',
    labels: ['内设机构', '内设股室', '内设科室', '现有股室', '内设办公室', '股室', '科室'],
  },
  {
    code: 'subordinate_unit_count',
    labels: [
      '所属事业单位',
      '下属单位',
      '下属事业单位',
      '二级机构',
      '公益性事业单位',
      '下属二级单位',
      '直属单位',
      '所属单位',
    ],
  },
  { code: 'staff_total', labels: ['本级人员总数', '人员总数', '总人数', '干部职工'] },
  {
    code: 'staff_on_duty',
    labels: [
      '在职人员',
      '在职人数',
      '实有人员',
      '实有人数',
      '在编人员',
      '实际在职人数',
      '在职在编人员',
      '在岗人员',
      '在职职工',
    ],
  },
  { code: 'staff_retired', labels: ['退休人员', '离退休人员', '退休人数'] },
  { code: 'staff_lixiu', labels: ['离休人员'] },
  { code: 'quota_total', labels: ['核定编制', '编制人数', '编制数', '人员编制', '编制总数'] },
  { code: 'quota_admin', labels: ['行政编制', '行政编制人数', '行政编', '行政编制数'] },
  {
    code: 'quota_institution',
    labels: [
      '事业编制',
      '非参公事业编制',
      '事业编',
      '事业编制人数',
      '事业编制数',
      '全额拨款事业编',
      '参公事业编制',
    ],
  },
  { code: 'quota_worker', labels: ['机关工勤编', '工勤编制', '工勤人员', '机关工勤编制'] },
  { code: 'quota_self_funded', labels: ['自收自支人员', '自收自支编', '自收自支编制'] },
  {
    code: 'exp_total',
    labels: ['支出总额', '总支出', '支出合计', '整体支出', '本年支出合计', '支出总计'],
  },
  {
    code: 'exp_gpb',
    labels: ['一般公共预算财政拨款支出', '一般公共预算支出', '一般公共预算拨款支出'],
  },
  { code: 'exp_basic', labels: ['基本支出', '基本支出总额'] },
  { code: 'exp_wage_welfare', labels: ['工资福利支出', '工资和福利支出'] },
  { code: 'exp_goods_services', labels: ['一般商品和服务支出', '商品和服务支出', '商品服务支出'] },
  {
    code: 'exp_individual_family',
    labels: [
      '对个人和家庭补助支出',
      '对个人和家庭的补助支出',
      '对个人和家庭的补助',
      '对个人和家庭补助',
      '对个人和家庭支出',
    ],
  },
  { code: 'exp_personnel', labels: ['人员经费支出', '人员经费', '人员支出'] },
  { code: 'exp_public', labels: ['公用经费支出', '公用经费', '日常公用经费', '日常公用经费支出'] },
  { code: 'exp_project', labels: ['项目支出', '一般公共预算拨款项目支出', '项目支出总额'] },
  {
    code: 'exp_gov_fund',
    labels: [
      '政府性基金预算财政拨款支出',
      '政府性基金预算支出',
      '政府性基金支出',
      '政府性基金财政拨款支出',
    ],
  },
  { code: 'exp_state_capital', labels: ['国有资本经营预算支出', '国有资本经营预算财政拨款支出'] },
  { code: 'exp_social_insurance', labels: ['社会保险基金预算支出'] },
  {
    code: 'sangong_total',
    labels: ['“三公”经费支出', '三公经费支出', '“三公”经费', '三公经费', '“三公”经费决算数'],
  },
  { code: 'sangong_reception', labels: ['公务接待费', '公务接待费支出'] },
  {
    code: 'sangong_vehicle_operation',
    labels: ['公务用车运行维护费', '公务用车运行费', '公务用车购置及运行维护费'],
  },
  { code: 'sangong_overseas', labels: ['因公出国(境)费', '因公出国(境)费用'] },
  { code: 'vehicles_held', labels: ['公务用车保有量'] },
  { code: 'reception_batches', labels: ['公务接待批次', '国内公务接待批次', '接待批次'] },
  { code: 'reception_visits', labels: ['接待人次', '国内公务接待人次'] },
  { code: 'budget_initial', labels: ['年初预算', '年初预算数', '年初预算安排'] },
  {
    code: 'budget_annual',
    labels: ['全年预算', '全年预算数', '预算安排', '预算资金', '调整后预算数'],
  },
  { code: 'funds_received', labels: ['实际到位资金', '到位资金', '资金到位'] },
  {
    code: 'exp_executed',
    labels: ['实际支出', '全年执行数', '实际执行', '实际使用资金', '执行数', '支出数'],
  },
  { code: 'execution_rate', labels: ['预算执行率', '执行率', '资金执行率', '资金使用率'] },
  { code: 'funds_received_rate', labels: ['资金到位率'] },
  { code: 'satisfaction', labels: ['满意度', '群众满意度', '服务对象满意度'] },
  {
    code: 'self_score',
    labels: ['自评得分', '自评总分', '绩效自评得分', '综合评分', '自评分', '自评综合得分'],
  },
];

/** Words at the end of what stands before a figure that are no part of its subject. */
export const linkWords: readonly string[] = [
  '共计',
  '合计',
  '总计',
  '达到',
  '达',
  '共',
  '为',
  '约',
  '是',
  '有',
  '计',
  '的',
  '了',
  '仅',
  '近',
  '超过',
  '完成',
  '均',
  '只有',
  '数为',
  ':',
  '：',
  '近',
  '不少于',
  '≥',
  '高达',
];

/**
 * Words before a subject that are no part of it. A single character is one only where it does not
 * begin a longer word: 及时, 有效, 在职.
 */
export const leadWords =
  /^(?:其中|截至目前|目前|今年以来|今年|全年|本年度?|上年度?|本单位|本部门|我单位|我局|我镇|我乡|我校|我院|我委|我办|我中心|主要|分别|包括|以及|另有|现有|共有|年末|年底|年初|累计|分别为|预算(?=[\p{Script=Han}]{4})|末|底|含|已|还|和(?!谐)|及(?!时|格)|与(?!会)|共(?!青|产|享|建|有)|为(?!民)|有(?!效|关|序|力|机)|在(?!职|编|建|册|岗|校|园|全))+/u;
