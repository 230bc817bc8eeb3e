import type { FormType } from '../codes.ts';

/**
 * Titles of forms, as patterns on squeezed text (NFKC, no white space) from which year, unit and
 * attachment number may still lead. The first pattern that fits decides, so the more specific stand
 * first. Sources: printed titles of 2014–2025, see docs/forms.md.
 */
export const formTitles: readonly { readonly type: FormType; readonly pattern: RegExp }[] = [
  { type: 'overall_base_data', pattern: /(?:整体)?支出绩效(?:评价|自评)?基础数据表$/ },
  { type: 'self_evaluation_summary', pattern: /绩效自评(?:结果|得分|情况)?(?:汇总表|一览表)$/ },
  { type: 'monitoring', pattern: /(?:绩效|运行)(?:目标)?(?:运行|执行)?监控(?:情况)?表$/ },
  { type: 'review', pattern: /绩效自评复核表$/ },
  {
    type: 'transfer_self_evaluation',
    pattern: /转移支付(?:\((?:区域|项目)\)|区域|项目)*绩效(?:目标)?自评表$/,
  },
  { type: 'special_fund_self_evaluation', pattern: /专项(?:资金)?绩效(?:目标)?自评表$/ },
  { type: 'overall_self_evaluation', pattern: /整体(?:支出|预算)*绩效(?:目标)?(?:评价)?自评表$/ },
  {
    type: 'project_self_evaluation',
    pattern:
      /(?:项目(?:支出|资金|预算)*绩效(?:目标)?(?:单位)?自评表|项目自评表|绩效目标自评表|绩效自评表)$/,
  },
  { type: 'overall_target', pattern: /整体(?:支出|预算)*绩效目标(?:申报|批复)?表?$/ },
  {
    type: 'project_target',
    pattern: /(?:项目(?:支出|资金|预算)*绩效目标(?:申报|批复)?表|绩效目标申报表)$/,
  },
  {
    type: 'overall_scoring',
    pattern: /整体(?:支出)?绩效评价(?:共性)?(?:指标)?(?:体系|评分|打分|计分|得分)(?:框架|表)$/,
  },
  {
    type: 'project_scoring',
    pattern: /项目(?:支出)?绩效评价(?:共性)?(?:指标)?(?:体系|评分|打分|计分|得分)(?:框架|表)$/,
  },
  { type: 'overall_situation', pattern: /整体支出绩效自评情况(?:表)?$/ },
  {
    type: 'transfer_report',
    pattern: /转移支付.*绩效(?:单位)?(?:自评|评价|自我评价)(?:工作)?(?:情况)?的?报告$/,
  },
  {
    type: 'special_fund_report',
    pattern: /专项(?:资金)?(?:支出)?绩效(?:单位)?(?:自评|评价|自我评价)(?:工作)?(?:情况)?的?报告$/,
  },
  {
    type: 'overall_report',
    pattern:
      /整体(?:支出|预算)*(?:财政)?绩效(?:单位)?(?:自评|评价|自我评价|评价自评)(?:工作)?(?:情况)?的?报告$/,
  },
  {
    type: 'project_report',
    pattern: /项目(?:支出|资金)*绩效(?:单位)?(?:自评|评价|自我评价)(?:工作)?(?:情况)?的?报告$/,
  },
  {
    type: 'overall_report',
    pattern: /绩效(?:单位)?(?:自评|评价|自我评价)(?:工作)?(?:情况)?的?报告$/,
  },
];

/** An attachment heading on a line of its own: 附件1, 附表二, 附件2-1. */
export const attachmentHeading = /^附(?:件|表)?[一二三四五六七八九十\d]{1,3}(?:[-—]\d+)*[:：]?$/;

/** A fiscal year on a line of its own: （2024年度）, ( 2019 年度), 2023年. */
export const yearLine = /^\(?(20\d{2})年?度?\)?$/;

/** A table that goes on after a page break. */
export const continuationLine = /^\(?(?:续表|接上表|续上表|续)\d*\)?$/;

/** Lines that belong to the form above them: notes and signatures. */
export const trailingLine =
  /^(?:说明|注|备注|填报说明|填表说明)[:：1-9]|^(?:填报人|填表人|编制人|经办人|单位负责人|填报日期|填表日期|联系电话|审核人|负责人|填报单位|单位[:：(]|金额单位)/;
