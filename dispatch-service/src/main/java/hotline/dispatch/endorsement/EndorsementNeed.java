package hotline.dispatch.endorsement;

/** Whether an act of a unit needs the signature of its leader. */
public enum EndorsementNeed {
  REQUIRED,
  NOT_REQUIRED,
  /** As the nearest unit above says. */
  INHERITED
}
