package hotline.intake.cases;

import hotline.access.IllegalMove;

/** Who called is told at registering; afterwards only where an emergency left no time for it. */
public class ReporterNotTold extends IllegalMove {
  private static final long serialVersionUID = 1L;

  private ReporterNotTold(String type, String zh, String en) {
    super(type, zh, en);
  }

  static ReporterNotTold known() {
    return new ReporterNotTold(
        "reporter-known",
        "该工单已有来电人的号码，不能再登记。",
        "The number of who called is known already and is not told anew.");
  }

  static ReporterNotTold noEmergency() {
    return new ReporterNotTold(
        "reporter-not-told",
        "只有先转接、后登记的紧急诉求，在派单前可以补登来电人一次；其他情况请用“补充”。",
        "Who called is told afterwards only of an emergency that was handed over first, once and before it is"
            + " dispatched; otherwise add a supplement.");
  }

  /** The person has been erased. */
  static ReporterNotTold erased() {
    return new ReporterNotTold(
        "reporter-erased",
        "该工单的来电人信息已按规定删除，不能补登。",
        "What was known of who called has been erased; it is not told anew.");
  }
}
