package hotline.dispatch.owners;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The owner changes the plan (调整方案): the earlier ones stay beside it. */
@ApplicationScoped
public class ChangePlan {

  private final OwnerActs acts;

  ChangePlan(OwnerActs acts) {
    this.acts = acts;
  }

  /** The plan from now on. */
  @Schema(name = "PlanEntry")
  public record Entry(String plan) {

    void check() {
      new Violations()
          .required(plan, "plan")
          .atMost(plan, AssignOwner.LONGEST_PLAN, "plan")
          .throwIfAny();
    }
  }

  @Transactional
  public CaseOwnership change(Actor actor, UUID ownershipId, IfMatch expected, Entry entry) {
    entry.check();
    return acts.on(
        actor,
        ownershipId,
        expected,
        ownership -> ownership.requireOwner(actor),
        act -> {
          act.ownership().changePlan();
          act.record(OwnershipRecord.of(RecordKind.PLAN_CHANGED, entry.plan().strip()));
        });
  }
}
