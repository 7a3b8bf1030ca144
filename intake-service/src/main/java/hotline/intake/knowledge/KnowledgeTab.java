package hotline.intake.knowledge;

import hotline.access.Invalid;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The tabs of the list; the number of each is the exact count of the rows behind it. */
enum KnowledgeTab {
  ALL("all", "true"),
  /** May be read out, if it holds today. */
  PUBLISHED("published", "i.published_version IS NOT NULL AND i.retired_at IS NULL"),
  DRAFTS("drafts", "i.draft_state = 'DRAFT'"),
  IN_REVIEW("in-review", "i.draft_state = 'IN_REVIEW'"),
  /** Its review is due soon or overdue. */
  DUE("due", "i.published_version IS NOT NULL AND i.retired_at IS NULL AND i.review_by <= ?"),
  /** Said to be wrong, and not decided. */
  REPORTED(
      "reported",
      "EXISTS (SELECT 1 FROM knowledge_report r WHERE r.code = i.code AND r.decision IS NULL)"),
  RETIRED("retired", "i.retired_at IS NOT NULL");

  private final String wireName;
  private final String condition;

  KnowledgeTab(String wireName, String condition) {
    this.wireName = wireName;
    this.condition = condition;
  }

  String wireName() {
    return wireName;
  }

  String condition() {
    return condition;
  }

  static KnowledgeTab of(String typed) {
    if (typed == null || typed.isBlank()) {
      return ALL;
    }
    return Arrays.stream(values())
        .filter(tab -> tab.wireName.equals(typed))
        .findFirst()
        .orElseThrow(
            () -> {
              String names =
                  Arrays.stream(values())
                      .map(KnowledgeTab::wireName)
                      .collect(Collectors.joining(", "));
              return new Invalid(
                  "tab", "unknown-value", "可选值：" + names + "。", "One of: " + names + ".");
            });
  }
}
