package hotline.intake.knowledge;

import hotline.access.IllegalMove;

/** What an item does not allow as it stands. */
public class KnowledgeRefused extends IllegalMove {
  private static final long serialVersionUID = 1L;

  private KnowledgeRefused(String slug, String zh, String en) {
    super(slug, zh, en);
  }

  static KnowledgeRefused retired() {
    return new KnowledgeRefused(
        "knowledge-retired",
        "该条目已停用，不能再修改。如需恢复，请另建新条目。",
        "This item is retired and is not changed any more. Write a new one.");
  }

  static KnowledgeRefused inUse() {
    return new KnowledgeRefused(
        "knowledge-in-use",
        "该条目尚未停用。请先停用，或选择起草新版本。",
        "This item is not retired. Retire it first, or decide for a new version.");
  }

  static KnowledgeRefused noDraft() {
    return new KnowledgeRefused(
        "knowledge-no-draft",
        "没有待提交的草稿。请先起草新版本。",
        "There is no draft to submit. Write the new version first.");
  }

  static KnowledgeRefused notInReview() {
    return new KnowledgeRefused(
        "knowledge-not-in-review",
        "没有待审核的版本：可能已发布、已退回，或起草人又作了修改。请刷新。",
        "No version waits for review: it was published or sent back, or its writer changed it. Read it again.");
  }

  static KnowledgeRefused notPublished() {
    return new KnowledgeRefused(
        "knowledge-not-published", "该条目尚未发布。", "This item is not published yet.");
  }

  static KnowledgeRefused outlived() {
    return new KnowledgeRefused(
        "knowledge-out-of-date",
        "草稿的复审期限或失效日期已过。请退回修改日期后再发布。",
        "The review day or the last day of this draft is past. Send it back and have the days set anew.");
  }

  static KnowledgeRefused decided() {
    return new KnowledgeRefused(
        "knowledge-report-decided",
        "该差错报告已有处理结果，请刷新。",
        "This report was decided already. Read it again.");
  }

  static KnowledgeRefused reportedBefore() {
    return new KnowledgeRefused(
        "knowledge-reported-before",
        "您已就这次答复报告过该条目，无需重复提交。",
        "You reported this item for this answer already.");
  }
}
