package hotline.evaluation.callbacks;

/** Where a callback stands (回访任务状态). */
public enum CallbackStatus {
  /** 待回访: the citizen has not been asked, or has not answered yet. */
  OPEN,
  /** 已评价. */
  EVALUATED,
  /** 无法接通: the attempts are used up, or nobody is to be called. */
  UNREACHABLE,
  /** 已取消: the citizen withdrew before answering. */
  CANCELLED
}
