package hotline.dispatch.accountability;

import hotline.access.IllegalMove;

/** A record rests on cases that the unit has, or had, in hand. */
public final class UnitHasNoPartInCase extends IllegalMove {

  private static final long serialVersionUID = 1L;

  UnitHasNoPartInCase(String unitName, String caseNo) {
    super(
        "unit-has-no-part-in-case",
        unitName + "没有承办工单 " + caseNo + "，不能以此通报或约谈。请核对单位和工单。",
        "The unit " + unitName + " has no task in the case " + caseNo + ". Check unit and cases.");
    with("caseNo", caseNo);
  }
}
