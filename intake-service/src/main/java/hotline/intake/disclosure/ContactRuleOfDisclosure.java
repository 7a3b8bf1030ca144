package hotline.intake.disclosure;

import hotline.access.Scope;
import hotline.intake.cases.ContactRule;
import hotline.intake.cases.HotlineCase;
import hotline.intake.progress.HeldAssignment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a case says about its contact is what {@link DisclosurePolicy} will decide. */
@ApplicationScoped
class ContactRuleOfDisclosure implements ContactRule {

  @Override
  public boolean mayAsk(
      Scope scope, HotlineCase about, List<HeldAssignment> held, String respondentPath) {
    return DisclosurePolicy.decide(scope, about, held, respondentPath).refusal() == null;
  }
}
