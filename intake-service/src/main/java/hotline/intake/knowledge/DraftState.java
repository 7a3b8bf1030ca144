package hotline.intake.knowledge;

/** Who must act on the text that is to become the next version. */
enum DraftState {
  /** Its writer. */
  DRAFT,
  /** The second person (审核). */
  IN_REVIEW
}
