package hotline.intake.cases;

import hotline.access.Invalid;
import hotline.access.Violations;
import hotline.intake.vault.PhoneNumber;
import hotline.intake.vault.TextMask;
import hotline.lifecycle.TransferTarget;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the forms about a transfer must say. */
final class TransferRules {
  private static final int LONGEST_REFERENCE = 64;
  private static final Pattern REFERENCE =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:/#()（）〔〕\\-]*");

  /**
   * @param threePartyCall null where nobody called
   * @param externalRef null where it was not told
   */
  record Handover(
      TransferTarget target, Instant handedAt, Boolean threePartyCall, String externalRef) {}

  /** The body says that it has it. */
  record Acknowledgement(Instant at, String externalRef) {}

  private TransferRules() {}

  /**
   * @param handedAt null for now
   */
  static Handover handover(
      String target, String handedAt, Boolean threePartyCall, String externalRef, Instant now) {
    Violations violations = new Violations();
    TransferTarget to =
        Arrays.stream(TransferTarget.values())
            .filter(one -> one.name().equals(target) || one.zh().equals(target))
            .findFirst()
            .orElse(null);
    violations.require(
        to != null,
        "target",
        "unknown-value",
        "请选择转出对象："
            + Arrays.stream(TransferTarget.values())
                .map(TransferTarget::zh)
                .collect(Collectors.joining("、"))
            + "。",
        "Say to whom: "
            + Arrays.stream(TransferTarget.values())
                .map(TransferTarget::name)
                .collect(Collectors.joining(", "))
            + ".");
    violations.require(
        to == null || !to.emergency() || threePartyCall != null,
        "threePartyCall",
        "required",
        "转 110、119、120、122、12356 时请说明是否三方通话。",
        "Say whether it was a call of three: 110, 119, 120, 122 and 12356 are called at once.");
    Instant at = time(violations, handedAt, "handedAt", now);
    String ref = reference(violations, externalRef);
    violations.throwIfAny();
    return new Handover(to, at, threePartyCall, ref);
  }

  /**
   * @param acknowledgedAt null for now
   */
  static Acknowledgement acknowledgement(String acknowledgedAt, String externalRef, Instant now) {
    Violations violations = new Violations();
    Instant at = time(violations, acknowledgedAt, "acknowledgedAt", now);
    String ref = reference(violations, externalRef);
    violations.throwIfAny();
    return new Acknowledgement(at, ref);
  }

  /** Nobody hands over, or takes, what has not come yet. */
  static void requireNotBefore(Instant earliest, Instant time, String field) {
    if (time.isBefore(earliest)) {
      throw new Invalid(
          field,
          "too-early",
          "该时间早于诉求到达或转交的时间，请核对后重填。",
          "This is before the request came or was handed over; check the time.");
    }
  }

  private static Instant time(Violations violations, String typed, String field, Instant now) {
    if (typed == null || typed.isBlank()) {
      return now;
    }
    Instant time = FormTime.parse(typed).orElse(null);
    violations.require(
        time != null,
        field,
        "not-a-time",
        "时间格式应为 2026-11-22 09:30。",
        "A time is written 2026-11-22 09:30.");
    violations.require(
        time == null || !time.isAfter(now),
        field,
        "in-the-future",
        "该时间还没有到，请核对。",
        "This time lies ahead; check it.");
    return time;
  }

  /** It is said to all services: what tells of a person does not belong into it. */
  private static String reference(Violations violations, String typed) {
    String text = FormText.read(violations, typed, LONGEST_REFERENCE, "externalRef");
    violations.require(
        text == null
            || (REFERENCE.matcher(text).matches()
                && PhoneNumber.parse(text).isEmpty()
                && !TextMask.mask(text, null).changed()),
        "externalRef",
        "not-a-reference",
        "对方编号只能包含文字、数字和 . _ : / # ( ) -，且不得是电话或证件号码。",
        "Letters, digits and . _ : / # ( ) - only, and no number of a person.");
    return text;
  }
}
