package hotline.access.views;

/** What somebody did to see a case or a person. */
public enum ViewedBy {
  /** 打开工单. */
  CASE,
  /** 打开承办任务. */
  TASK,
  /** 查看短信往来. */
  TEXT_MESSAGES,
  /** 查看联系方式：the contact was given. */
  CONTACT,
  /** 按电话号码查询工单. */
  PHONE_SEARCH,
  /** 来电弹屏：the card of a caller. */
  CALLER_CARD
}
