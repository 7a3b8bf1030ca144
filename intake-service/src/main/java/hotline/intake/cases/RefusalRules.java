package hotline.intake.cases;

import hotline.access.Violations;
import hotline.lifecycle.RefusalReason;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a proposal to refuse must say. */
final class RefusalRules {
  static final int LONGEST = 500;

  /** Somebody else answers for it: the citizen is told who, or how to come to them. */
  private static final Set<RefusalReason> CALL_FOR_A_CHANNEL =
      EnumSet.of(
          RefusalReason.OUTSIDE_AREA,
          RefusalReason.LEGAL_PROCEDURE,
          RefusalReason.SECRETS_PRIVACY_MORALS,
          RefusalReason.RULED_BY_HEARING);

  /**
   * A proposal that says what it must.
   *
   * @param lawfulChannel null where the reason calls for none and none was told
   */
  record Proposal(RefusalReason reason, String lawfulChannel) {}

  private RefusalRules() {}

  static Proposal check(String typedReason, String typedChannel) {
    Violations violations = new Violations();
    RefusalReason reason =
        Arrays.stream(RefusalReason.values())
            .filter(one -> one.name().equals(typedReason) || one.zh().equals(typedReason))
            .findFirst()
            .orElse(null);
    violations.require(
        reason != null,
        "reason",
        "unknown-value",
        "请选择不予受理原因："
            + Arrays.stream(RefusalReason.values())
                .map(RefusalReason::zh)
                .collect(Collectors.joining("；"))
            + "。",
        "Say why: "
            + Arrays.stream(RefusalReason.values())
                .map(RefusalReason::name)
                .collect(Collectors.joining(", "))
            + ".");
    String channel = FormText.read(violations, typedChannel, LONGEST, "lawfulChannel");
    violations.require(
        channel != null || reason == null || !CALL_FOR_A_CHANNEL.contains(reason),
        "lawfulChannel",
        "required",
        "该原因须写明已告知诉求人的合法渠道，例如受理机关及其电话、地址。",
        "This reason calls for the lawful channel that the citizen was told, such as the competent"
            + " body and how to reach it.");
    violations.throwIfAny();
    return new Proposal(reason, channel);
  }
}
