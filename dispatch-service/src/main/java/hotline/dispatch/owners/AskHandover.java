package hotline.dispatch.owners;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Role;
import hotline.access.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The owner, or a supervisor, asks that another leader owns the case (申请移交). */
@ApplicationScoped
public class AskHandover {

  private static final int LONGEST = 2_000;

  private final OwnerActs acts;
  private final ChosenLeader chosen;

  AskHandover(OwnerActs acts, ChosenLeader chosen) {
    this.acts = acts;
    this.chosen = chosen;
  }

  /** To whom, and why. */
  @Schema(name = "HandoverEntry")
  public record Entry(String leaderRef, String reason) {

    void check() {
      new Violations()
          .required(leaderRef, "leaderRef")
          .required(reason, "reason")
          .atMost(reason, LONGEST, "reason")
          .throwIfAny();
    }
  }

  @Transactional
  public CaseOwnership ask(Actor actor, UUID ownershipId, IfMatch expected, Entry entry) {
    entry.check();
    return acts.on(
        actor,
        ownershipId,
        expected,
        ownership -> {
          if (!actor.is(Role.SUPERVISOR)) {
            ownership.requireOwner(actor);
          }
        },
        act -> {
          Leader to = chosen.of(entry.leaderRef(), act.handledCase().caseId());
          new Violations()
              .require(
                  !to.userRef().equals(act.ownership().owner().userRef()),
                  "leaderRef",
                  "owner-already",
                  "该领导就是现在的包案领导，请另选。",
                  "This leader owns the case already. Choose another.")
              .throwIfAny();
          act.ownership().askHandover(to, act.cause().actor());
          act.record(OwnershipRecord.about(RecordKind.HANDOVER_ASKED, entry.reason().strip(), to));
        });
  }
}
