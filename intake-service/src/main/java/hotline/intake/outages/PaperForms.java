package hotline.intake.outages;

import hotline.access.Violations;
import hotline.intake.cases.Doer;
import hotline.intake.cases.RegisterCase;
import hotline.intake.cases.RegisterCase.Registered;
import hotline.intake.cases.Registration;
import hotline.intake.cases.RegistrationForm;
import hotline.intake.cases.RegistrationRules;
import hotline.intake.reference.Directories;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Forms that were taken down on paper while the system was away, typed in afterwards (纸质补录). */
@ApplicationScoped
public class PaperForms {
  private final Outages outages;
  private final RegisterCase registerCase;
  private final Directories directories;
  private final Clock clock;

  @Inject
  PaperForms(Outages outages, RegisterCase registerCase, Directories directories, Clock clock) {
    this.outages = outages;
    this.registerCase = registerCase;
    this.directories = directories;
    this.clock = clock;
  }

  /** Refuses with the case that exists a form that was typed in before. */
  Registered type(String outageCode, String paperNo, RegistrationForm form, Doer doer) {
    Instant now = clock.instant();
    Outage outage = outages.known(outageCode);
    outage.requireTypist(doer.ref(), now);
    Registration complete = RegistrationRules.check(form, directories.required(), now);
    return registerCase.register(
        outage.form(complete, timeTold(form), paperNo, "receivedAt", "paperNo"), doer);
  }

  /** The outages that rows of a file name; what was not opened is refused row by row. */
  public Batch batch(Collection<String> codes, Doer doer) {
    return new Batch(codes.isEmpty() ? Map.of() : outages.byCode(codes), doer);
  }

  /** Rows of a file that are paper forms. */
  public final class Batch {
    private final Map<String, Outage> known;
    private final Doer doer;

    private Batch(Map<String, Outage> known, Doer doer) {
      this.known = known;
      this.doer = doer;
    }

    /** Refuses with one violation per wrong field. */
    public Registration form(
        Registration complete, RegistrationForm told, String outageCode, String paperNo) {
      Outage outage = known.get(outageCode);
      new Violations()
          .require(
              outage != null,
              "outage",
              "unknown-outage",
              "没有这个补录批次，请由值班长先开通停用时段。",
              "There is no such outage; the shift lead opens it first.")
          .require(
              outage == null || !outage.openedBy().equals(doer.ref()),
              "outage",
              "same-person",
              "开通该停用时段的人不能自己补录，请由话务员录入。",
              "Who opened this outage does not type in its forms; let an operator do it.")
          .require(
              outage == null || outage.takesForms(clock.instant()),
              "outage",
              "outage-is-over",
              "该停用时段的补录期限已过。",
              "The time for typing in forms of this outage has passed.")
          .throwIfAny();
      return outage.form(complete, timeTold(told), paperNo, "receivedAt", "paperNo");
    }
  }

  private static boolean timeTold(RegistrationForm form) {
    return form.receivedAt() != null && !form.receivedAt().isBlank();
  }
}
