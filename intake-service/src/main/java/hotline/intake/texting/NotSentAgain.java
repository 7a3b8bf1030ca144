package hotline.intake.texting;

import hotline.access.IllegalMove;

/** The message failed, and makes no sense any more. */
final class NotSentAgain extends IllegalMove {
  private static final long serialVersionUID = 1L;

  NotSentAgain() {
    super(
        "message-too-old",
        "该短信已过时，或其中的查询码已清除，不再发送；请电话告知诉求人。",
        "The message is too old, or its code is forgotten: call the citizen instead.");
  }
}
