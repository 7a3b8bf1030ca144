package hotline.intake.cases;

import hotline.access.IllegalMove;
import hotline.lifecycle.TransferTarget;

/** This service has the case, or was called in before. */
public class ServiceCalledInBefore extends IllegalMove {
  private static final long serialVersionUID = 1L;

  private ServiceCalledInBefore(String zh, String en) {
    super("service-called-in-before", zh, en);
  }

  static ServiceCalledInBefore of(TransferTarget target) {
    return new ServiceCalledInBefore(
        "该工单已转接" + target.zh() + "，无需再转；请直接拨打联系对方。",
        target.en() + " has this case already; call it directly.");
  }
}
