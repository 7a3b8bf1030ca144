package hotline.dispatch.clocks;

/** What a clock of a case asks for. */
public enum CaseClockKind {
  /** The centre gives an accepted case to a unit (派单). */
  DISPATCH,
  /** A unit takes its task (签收). */
  SIGN,
  /** A unit speaks with the citizen (联系). */
  CONTACT,
  /** A unit replies (答复). */
  REPLY,
  /** The centre reviews a reply (审核). */
  REVIEW,
  /** The centre rules a dispute (裁定). */
  RULING,
  /** A unit under supervision reports what it rectified (整改反馈). */
  RECTIFICATION,
  /** A unit answers what a leader wrote (批示反馈). */
  INSTRUCTION,
  /** All six recipients of a notice confirm their copy (六联回执). */
  NOTICE_RECEIPTS,
  /** The case of a notice has its result (六联结果). */
  NOTICE_RESULT
}
