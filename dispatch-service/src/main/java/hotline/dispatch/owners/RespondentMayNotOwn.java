package hotline.dispatch.owners;

import hotline.access.IllegalMove;

/** A leader of the unit complained about does not own the complaint. */
public final class RespondentMayNotOwn extends IllegalMove {

  private static final long serialVersionUID = 1L;

  RespondentMayNotOwn() {
    super(
        "respondent-unit",
        "所选领导属于被反映单位，不能包此案。请另选领导。",
        "This leader belongs to the unit complained about and cannot own the case. Choose"
            + " another.");
  }
}
