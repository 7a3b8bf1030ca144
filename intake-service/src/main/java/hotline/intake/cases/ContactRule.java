package hotline.intake.cases;

import hotline.access.Scope;
import hotline.intake.progress.HeldAssignment;
import java.util.List;

/** Whether somebody would be told how to reach a reporter, so that nobody is offered a refusal. */
public interface ContactRule {

  /**
   * @param respondentPath the unit that the case complains about, or null
   */
  boolean mayAsk(Scope scope, HotlineCase about, List<HeldAssignment> held, String respondentPath);
}
