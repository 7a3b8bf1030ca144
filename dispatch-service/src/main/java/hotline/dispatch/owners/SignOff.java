package hotline.dispatch.owners;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The owner declares the matter settled (销号). */
@ApplicationScoped
public class SignOff {

  private static final int LONGEST = 5_000;

  private final OwnerActs acts;

  SignOff(OwnerActs acts) {
    this.acts = acts;
  }

  /** How it was settled. */
  @Schema(name = "SignOffEntry")
  public record Entry(String conclusion) {

    void check() {
      new Violations()
          .required(conclusion, "conclusion")
          .atMost(conclusion, LONGEST, "conclusion")
          .throwIfAny();
    }
  }

  /** Where the citizen has answered before, it is also the end. */
  @Transactional
  public CaseOwnership signOff(Actor actor, UUID ownershipId, IfMatch expected, Entry entry) {
    entry.check();
    return acts.on(
        actor,
        ownershipId,
        expected,
        ownership -> ownership.requireOwner(actor),
        act -> {
          act.say(act.ownership().signOff(act.cause().at()));
          act.record(OwnershipRecord.of(RecordKind.SIGNED_OFF, entry.conclusion().strip()));
          act.ownership()
              .release(act.cause().at())
              .ifPresent(
                  released -> {
                    act.handledCase().supervision().ownerReleased();
                    act.say(released);
                    act.record(OwnershipRecord.of(RecordKind.RELEASED, null));
                  });
        });
  }
}
