package hotline.access.problems;

import hotline.access.Refusal;

/**
 * Something is wrong in the service itself; the asker learns only the id under which the log has
 * it.
 */
final class Fault extends Refusal {
  private static final long serialVersionUID = 1L;

  private final String id;

  Fault(String id) {
    super(
        "internal-error",
        500,
        "系统内部错误",
        "Internal error",
        "系统出现错误，您的操作没有生效。请稍后重试；如仍出现，请把编号 " + id + " 告知系统管理员。",
        "Something went wrong and nothing was changed. Try again later; if it happens again, give the id "
            + id
            + " to an administrator.");
    this.id = id;
  }

  String id() {
    return id;
  }
}
