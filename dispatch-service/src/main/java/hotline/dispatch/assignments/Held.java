package hotline.dispatch.assignments;

import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.Fact;
import java.util.ArrayList;
import java.util.List;

/** An assignment with its case, both rows locked. */
public record Held(HandledCase handledCase, Assignment assignment) {

  /** What a unit handed down is decided by that unit, not by the centre. */
  public void requireOfCentre() {
    if (assignment.handedDown().isPart()) {
      throw new AnswersToUnitAbove(assignment.handedDown().parentUnitId());
    }
  }

  /** What ran out by now is said before what is done now. */
  public List<Fact> sayMissed(Cause cause) {
    List<Fact> facts = new ArrayList<>();
    for (DispatchEvent event : assignment.missedBy(cause.at())) {
      facts.add(handledCase.say(event, cause));
    }
    return facts;
  }
}
