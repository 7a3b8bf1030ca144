package hotline.dispatch.attachments;

/** What a file is attached to: the records of a task, and the reports about a supervision order. */
public enum AttachedTo {
  REPLY,
  REQUEST,
  RECTIFICATION,
  /** What waits for the signature of the unit's leader; nobody but the unit reads it. */
  DRAFT
}
