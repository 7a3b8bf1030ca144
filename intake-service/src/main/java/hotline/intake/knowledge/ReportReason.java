package hotline.intake.knowledge;

/** What is wrong with what was read out. */
public enum ReportReason {
  /** 内容有误. */
  WRONG,
  /** 已过时. */
  OUTDATED,
  /** 不完整. */
  INCOMPLETE,
  /** 与其他答复矛盾. */
  CONTRADICTS,
  /** 其他; needs words. */
  OTHER
}
