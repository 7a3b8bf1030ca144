package hotline.dispatch.disputes;

/** Where a dispute stands (会商状态). */
public enum DisputeState {
  OPEN,
  RULED,
  /** Without a ruling: the reply, the recall or the end of the case left nothing to rule. */
  ENDED
}
