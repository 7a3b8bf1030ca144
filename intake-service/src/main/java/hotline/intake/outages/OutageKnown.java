package hotline.intake.outages;

import hotline.access.IllegalMove;

/** An outage that began at that minute was opened before. */
public class OutageKnown extends IllegalMove {
  private static final long serialVersionUID = 1L;

  OutageKnown(String code) {
    super(
        "outage-known",
        "同一开始时间的停用时段已开通，请使用批次 " + code + "。",
        "An outage that began at that minute is open; use " + code + ".");
    with("outage", code);
  }
}
