package hotline.reporting.daily;

import hotline.access.IllegalMove;
import java.time.Instant;
import java.time.LocalDate;

/** Why an edition cannot be made or signed as things stand. */
final class EditionRefusal extends IllegalMove {

  private static final long serialVersionUID = 1L;

  private EditionRefusal(String slug, String zh, String en) {
    super(slug, zh, en);
  }

  static EditionRefusal signed(String by) {
    return new EditionRefusal(
        "edition-signed",
        "该期日报已由" + by + "签发，请刷新查看。",
        "This edition was signed by " + by + "; refresh to see it.");
  }

  static EditionRefusal made(LocalDate day) {
    return new EditionRefusal(
        "edition-exists",
        day + " 的日报已定稿，请刷新查看。定稿不再改变，之后的更正列在其下。",
        "The edition of "
            + day
            + " is made; refresh to see it. It does not change, later corrections stand below it.");
  }

  static EditionRefusal notADayOfIts(LocalDate oldest, LocalDate newest) {
    EditionRefusal refusal =
        new EditionRefusal(
            "edition-day",
            "只能为 " + oldest + " 至 " + newest + " 之间的某一天定稿；更早的日报没有定稿，可按实时数字查看。",
            "An edition can be made of a day from "
                + oldest
                + " to "
                + newest
                + "; days before that are read by their live numbers.");
    refusal.with("oldest", oldest.toString());
    refusal.with("newest", newest.toString());
    return refusal;
  }

  static EditionRefusal logBehind(LocalDate day, Instant asOf) {
    EditionRefusal refusal =
        new EditionRefusal(
            "log-behind",
            "统计数据尚未读到 " + day + " 结束，现在定稿会缺数据。请稍候再试，读全后也会自动定稿；如持续出现，请管理员检查统计服务是否落后或正在重建。",
            "Not all of the log is read until the end of "
                + day
                + "; an edition would be incomplete. Try again later, it is also made by itself then;"
                + " if it stays, have an administrator look whether reporting is behind or being"
                + " rebuilt.");
    refusal.with("asOf", asOf == null ? null : asOf.toString());
    return refusal;
  }
}
