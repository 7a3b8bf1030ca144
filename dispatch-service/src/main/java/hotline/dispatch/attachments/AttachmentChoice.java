package hotline.dispatch.attachments;

import hotline.access.Violations;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Which uploaded files an act takes along. */
public final class AttachmentChoice {

  public static final int MOST = 9;

  private AttachmentChoice() {}

  /**
   * @param chosen null or empty when there are none
   */
  public static void check(Violations wrong, List<UUID> chosen) {
    if (chosen == null) {
      return;
    }
    wrong
        .require(
            chosen.size() <= MOST,
            "attachments",
            "too-many",
            "一次最多提交 " + MOST + " 个附件。",
            "At most " + MOST + " attachments at a time.")
        .require(
            chosen.stream().noneMatch(Objects::isNull)
                && chosen.stream().distinct().count() == chosen.size(),
            "attachments",
            "not-distinct",
            "附件有空项或重复。",
            "An attachment is missing or named twice.");
  }
}
