package hotline.access.testing.proofs;

/** What a role may; each is a column of the table, denied is to be in none. */
enum Right {
  EVERYWHERE("Every unit"),
  OWN_ELSE_FORBIDDEN("Own subtree, else 403"),
  OWN_ELSE_HIDDEN("Own subtree, else 404"),
  OWN_ELSE_LEFT_OUT("Own subtree, others left out"),
  OTHERS_ONLY("Every unit but the own"),
  /** Of the units, and of those above them that are not the centre: it is nobody's superior. */
  BUREAU_ELSE_FORBIDDEN("Own subtree without the centre, else 403"),
  BUREAU_ELSE_HIDDEN("Own subtree without the centre, else 404"),
  BUREAU_ELSE_LEFT_OUT("Own subtree without the centre, others left out"),
  DENIED("");

  /** How a request comes out. */
  enum Verdict {
    ANSWERED,
    FORBIDDEN,
    HIDDEN,
    LEFT_OUT
  }

  private final String column;

  Right(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }

  Verdict at(Position position) {
    return switch (this) {
      case EVERYWHERE -> Verdict.ANSWERED;
      case OWN_ELSE_FORBIDDEN -> position.isInCharge() ? Verdict.ANSWERED : Verdict.FORBIDDEN;
      case OWN_ELSE_HIDDEN -> position.isInCharge() ? Verdict.ANSWERED : Verdict.HIDDEN;
      case OWN_ELSE_LEFT_OUT -> position.isInCharge() ? Verdict.ANSWERED : Verdict.LEFT_OUT;
      case OTHERS_ONLY ->
          position == Position.THE_UNIT || position == Position.BELOW
              ? Verdict.FORBIDDEN
              : Verdict.ANSWERED;
      case BUREAU_ELSE_FORBIDDEN -> bureau(position, Verdict.FORBIDDEN);
      case BUREAU_ELSE_HIDDEN -> bureau(position, Verdict.HIDDEN);
      case BUREAU_ELSE_LEFT_OUT -> bureau(position, Verdict.LEFT_OUT);
      case DENIED -> Verdict.FORBIDDEN;
    };
  }

  /** The unit above the examples' unit is the centre. */
  private static Verdict bureau(Position position, Verdict otherwise) {
    return position == Position.THE_UNIT ? Verdict.ANSWERED : otherwise;
  }
}
