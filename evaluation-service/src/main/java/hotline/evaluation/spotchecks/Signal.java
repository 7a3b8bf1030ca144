package hotline.evaluation.spotchecks;

/**
 * What makes a closing look suspicious (疑似虚假办结): no proof, a reason to look. Only what needs no
 * texts.
 */
public enum Signal {
  /** 签收后数分钟即答复. */
  QUICK_REPLY,
  /** 单位称已联系，诉求人称未联系. */
  CONTACT_DENIED,
  /** 单位称已解决，诉求人称未解决. */
  SOLUTION_DENIED,
  /** 评价未知. */
  UNKNOWN_ANSWERS
}
