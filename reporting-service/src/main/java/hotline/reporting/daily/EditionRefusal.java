package hotline.reporting.daily;

import hotline.access.IllegalMove;
import hotline.lifecycle.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

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

  /**
   * @param known until when everything is known; null when that is not known
   * @param silent services that have not said that they have sent everything
   */
  static EditionRefusal logBehind(LocalDate day, Instant known, List<Source> silent) {
    EditionRefusal refusal =
        silent.isEmpty()
            ? new EditionRefusal(
                "log-behind",
                day + " 的数据尚未读全，现在定稿会缺数据。请稍候再试，读全后也会自动定稿；如持续出现，请管理员检查统计服务是否落后或正在重建。",
                "Not everything about "
                    + day
                    + " is read yet; an edition would be incomplete. Try again later, it is also"
                    + " made by itself then; if it stays, have an administrator look whether"
                    + " reporting is behind or being rebuilt.")
            : new EditionRefusal(
                "log-behind",
                "尚未确认以下服务的数据已全部发出："
                    + silent.stream().map(Source::zh).collect(Collectors.joining("、"))
                    + "。现在定稿会缺数据。请两分钟后再试，发齐后也会自动定稿；如持续出现，请管理员检查这些服务是否停机、能否连接消息服务，或其数据库中有长时间未结束的事务。",
                "It is not known that these services have sent everything: "
                    + silent.stream().map(Source::en).collect(Collectors.joining(", "))
                    + ". An edition would be incomplete. Try again in two minutes, it is also made"
                    + " by itself then; if it stays, have an administrator look whether they are"
                    + " away or cut off from the log, or a transaction in their database does not"
                    + " end.");
    refusal.with("asOf", known == null ? null : known.toString());
    refusal.with("silent", silent.stream().map(Source::uri).toList());
    return refusal;
  }

  /**
   * @param cases how many lack something that was recorded and could not be counted
   */
  static EditionRefusal casesWait(LocalDate day, int cases) {
    EditionRefusal refusal =
        new EditionRefusal(
            "cases-wait",
            "有 "
                + cases
                + " 件工单停放待处理，其数据未计入；现在定稿会缺这些工单，"
                + day
                + " 的日报因此尚未自动定稿。请系统管理员查看停放的工单（重新处理或搁置）；不能等待时，领导可以手动定稿，日报上会注明件数。",
            cases
                + " cases are parked and what is told of them is not counted; an edition of "
                + day
                + " would lack them, so it is not made by itself. Have a system administrator look"
                + " at the parked cases (re-drive or set aside); a leader who cannot wait may make it"
                + " by hand, and the sheet says how many.");
    refusal.with("cases", cases);
    return refusal;
  }

  /** The list behind a number is of the cases that are known here. */
  static EditionRefusal beingRead(Instant known) {
    EditionRefusal refusal =
        new EditionRefusal(
            "log-behind",
            "统计数据正在重建，清单尚不完整，请待读全后再看。定稿的数字不受影响。",
            "The read models are being rebuilt and the list is not whole yet; look again when all"
                + " is read. The numbers of the edition stand.");
    refusal.with("asOf", known == null ? null : known.toString());
    return refusal;
  }
}
