package hotline.intake.texting;

import java.time.Instant;

/**
 * What is to become of a message whose turn it is, decided at the moment of sending: it may have
 * waited since the day before.
 *
 * @param end null where it does not end here
 * @param reason why it ends; null where the state says it
 * @param waitsUntil null unless it is to wait
 */
record TextTurn(TextState end, String reason, Instant waitsUntil) {
  /** So often it is handed over without an answer: each time it may arrive. */
  static final int MOST_UNANSWERED = 2;

  static final TextTurn GOES = new TextTurn(null, null, null);

  static TextTurn of(TextStore.Waiting one, QuietHours quietHours, Instant now) {
    if (one.stopped()) {
      return ends(TextState.STOPPED, null);
    }
    if (one.over()) {
      return ends(TextState.EXPIRED, "OVER");
    }
    if (!one.expiresAt().isAfter(now)) {
      return ends(TextState.EXPIRED, null);
    }
    if (one.unanswered() >= MOST_UNANSWERED) {
      return ends(TextState.FAILED, "NO_ANSWER");
    }
    if (one.kind() == TextKind.REGISTERED && one.sealedCode() == null) {
      return ends(TextState.FAILED, "CODE_FORGOTTEN");
    }
    boolean awake = one.awakeUntil() != null && now.isBefore(one.awakeUntil());
    Instant goes = awake ? now : quietHours.outside(now);
    return goes.isAfter(now) ? new TextTurn(null, null, goes) : GOES;
  }

  static TextTurn ends(TextState state, String reason) {
    return new TextTurn(state, reason, null);
  }

  boolean goes() {
    return end == null && waitsUntil == null;
  }
}
