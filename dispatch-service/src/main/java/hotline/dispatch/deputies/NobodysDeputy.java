package hotline.dispatch.deputies;

import hotline.access.Forbidden;

/** The asker is no leader and stands in for none at present. */
public final class NobodysDeputy extends Forbidden {

  private static final long serialVersionUID = 1L;

  NobodysDeputy() {
    super(
        "nobodys-deputy",
        "签发须由分管领导进行；目前没有领导指定您代班，或代班已到期。",
        "A leader of the unit signs; no leader has named you as a deputy at present, or the time is"
            + " over.");
  }
}
