package hotline.intake.knowledge;

/** Where an item stands for those who search; a newer text may be on its way beside it. */
public enum KnowledgeStatus {
  DRAFT,
  IN_REVIEW,
  PUBLISHED,
  RETIRED
}
