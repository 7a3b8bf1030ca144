package hotline.dispatch.owners;

import hotline.access.Actor;
import hotline.access.FourEyes;
import hotline.access.IfMatch;
import hotline.access.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A leader approves a handover or refuses it, with the reason (审批移交). */
@ApplicationScoped
public class DecideHandover {

  private static final int LONGEST = 2_000;

  private final OwnerActs acts;
  private final VisitClock visits;

  DecideHandover(OwnerActs acts, VisitClock visits) {
    this.acts = acts;
    this.visits = visits;
  }

  /** Yes or no, and why. */
  @Schema(name = "HandoverDecision")
  public record Entry(Boolean approved, String reason) {

    void check() {
      new Violations()
          .require(
              approved != null,
              "approved",
              "required",
              "请选择批准或不同意。",
              "Say whether it is approved or refused.")
          .required(reason, "reason")
          .atMost(reason, LONGEST, "reason")
          .throwIfAny();
    }
  }

  /** Neither who asked nor who would be rid of the case decides. */
  @Transactional
  public CaseOwnership decide(Actor actor, UUID ownershipId, IfMatch expected, Entry entry) {
    entry.check();
    return acts.on(
        actor,
        ownershipId,
        expected,
        ownership ->
            FourEyes.requireSomeoneElse(
                actor,
                ownership.askedBy(),
                ownership.askedBy() == null ? null : ownership.owner().userRef()),
        act -> {
          String reason = entry.reason().strip();
          if (entry.approved()) {
            act.say(act.ownership().approveHandover(visits.first(act.cause().at())));
            act.record(
                OwnershipRecord.about(
                    RecordKind.HANDOVER_APPROVED, reason, act.ownership().owner()));
          } else {
            act.ownership().refuseHandover();
            act.record(OwnershipRecord.of(RecordKind.HANDOVER_REFUSED, reason));
          }
        });
  }
}
