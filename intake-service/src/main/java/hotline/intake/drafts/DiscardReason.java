package hotline.intake.drafts;

import hotline.access.Invalid;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Why a draft that was handed over is discarded (舍弃原因): words of a caller are none. */
public enum DiscardReason {
  /** A case of the same request is there already (已另行登记). */
  REGISTERED,
  /** What was told was added to a case (已补充到已有工单). */
  ADDED_TO_CASE,
  /** The caller wants nothing any more (来电人放弃诉求). */
  GIVEN_UP,
  /** Nobody asked for anything: misdialled, harassing, a test (误拨、骚扰或测试). */
  NO_REQUEST,
  /** Too little was told, and nobody can be called back (内容不全且无法回电). */
  TOO_LITTLE_TOLD;

  /** Null where none is said; refuses what is no reason. */
  static DiscardReason told(String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    return Arrays.stream(values())
        .filter(reason -> reason.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "reason",
                    "unknown-value",
                    "可选值：" + all("、") + "。",
                    "One of: " + all(", ") + "."));
  }

  private static String all(String between) {
    return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(between));
  }
}
