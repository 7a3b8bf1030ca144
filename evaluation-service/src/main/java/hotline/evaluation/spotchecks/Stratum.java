package hotline.evaluation.spotchecks;

import java.util.Comparator;

/**
 * Cases that are drawn from together (层): of one handling unit and one top category.
 *
 * @param category null where it is not known
 * @param signalled only those with a signal; false of all others, and where they are not told apart
 */
record Stratum(String unitId, String category, boolean signalled) implements Comparable<Stratum> {

  private static final Comparator<Stratum> ORDER = Comparator.comparing(Stratum::name);

  /** What its lot is drawn with. */
  String name() {
    return unitId + "/" + (category == null ? "-" : category) + (signalled ? "/S" : "");
  }

  @Override
  public int compareTo(Stratum other) {
    return ORDER.compare(this, other);
  }
}
