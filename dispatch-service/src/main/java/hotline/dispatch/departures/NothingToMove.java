package hotline.dispatch.departures;

import hotline.access.IllegalMove;

/** Everything has moved before, or is on its way. */
public final class NothingToMove extends IllegalMove {

  private static final long serialVersionUID = 1L;

  NothingToMove() {
    super(
        "nothing-to-move",
        "此人名下已没有可移交的事项，或已在移交中，请刷新查看。",
        "Nothing is left in this person's hands that could move, or it is on its way. Reload to see"
            + " it.");
  }
}
