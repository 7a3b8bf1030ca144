package hotline.dispatch.deputies;

import hotline.access.Invalid;

/** A leader knows the people of the unit by their posts: no two say the same. */
public final class PostTaken extends Invalid {

  private static final long serialVersionUID = 1L;

  PostTaken() {
    super(
        "post",
        "post-taken",
        "本单位已有人以此科室与职务登记，请写明区别；原登记有误的，由其本人或分管领导撤销。",
        "Somebody of the unit stands by this post already. Say what tells you apart; a wrong entry"
            + " is withdrawn by that person or by a leader of the unit.");
  }
}
