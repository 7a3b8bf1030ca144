package hotline.intake.cases;

import hotline.access.IllegalMove;

/** What came in as it was registered is the citizen's to withdraw. */
public class NotEnteredLater extends IllegalMove {
  private static final long serialVersionUID = 1L;

  NotEnteredLater() {
    super(
        "not-entered-later",
        "只有纸质补录和旧系统转入的工单可按“登记有误”撤回；其他工单请更正，或由诉求人撤诉。",
        "Only paper forms and cases of an old system are taken back as entered wrongly; correct others, or let"
            + " the citizen withdraw.");
  }
}
