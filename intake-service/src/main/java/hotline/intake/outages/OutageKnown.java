package hotline.intake.outages;

import hotline.access.IllegalMove;

/** An outage of some of these hours was opened before: a form belongs to one of them. */
public class OutageKnown extends IllegalMove {
  private static final long serialVersionUID = 1L;

  OutageKnown(String code) {
    super(
        "outage-known",
        "这些时间中已有停用时段，请使用批次 " + code + "，或只开通其余的时间。",
        "An outage of some of these hours is open: use "
            + code
            + ", or open the rest of them only.");
    with("outage", code);
  }
}
