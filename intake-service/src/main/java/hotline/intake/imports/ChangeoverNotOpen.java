package hotline.intake.imports;

import hotline.access.IllegalMove;
import java.time.Instant;

/** Nothing is taken over before the changeover is confirmed, nor after its end. */
public class ChangeoverNotOpen extends IllegalMove {
  private static final long serialVersionUID = 1L;

  private ChangeoverNotOpen(String slug, String zh, String en) {
    super(slug, zh, en);
  }

  static ChangeoverNotOpen unconfirmed() {
    return new ChangeoverNotOpen(
        "changeover-not-confirmed",
        "该转入期尚未由第二人确认，不能转入。",
        "Nobody else has confirmed this changeover yet; nothing is taken over before.");
  }

  static ChangeoverNotOpen confirmedAlready() {
    return new ChangeoverNotOpen(
        "changeover-confirmed", "该转入期已确认。", "This changeover was confirmed before.");
  }

  static ChangeoverNotOpen over(Instant endsAt) {
    ChangeoverNotOpen refused =
        new ChangeoverNotOpen(
            "changeover-is-over",
            "该转入期已截止，不能再转入；仍未转入的诉求请按现在的时间登记，并在内容中写明原编号。",
            "This changeover has ended; register what is left as of now and write its old number"
                + " into it.");
    refused.with("until", endsAt.toString());
    return refused;
  }
}
