package hotline.dispatch.instructions;

import hotline.access.Actor;
import hotline.access.FourEyes;
import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.lifecycle.DispatchEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The leader, or a supervisor for him, accepts a feedback or sends it back (认可、退回). */
@ApplicationScoped
public class JudgeFeedback {

  private static final int LONGEST = 1_000;

  private final InstructionActs acts;
  private final FeedbackStore feedback;
  private final InstructionTimers timers;
  private final InstructionClock limit;

  JudgeFeedback(
      InstructionActs acts,
      FeedbackStore feedback,
      InstructionTimers timers,
      InstructionClock limit) {
    this.acts = acts;
    this.feedback = feedback;
    this.timers = timers;
    this.limit = limit;
  }

  /** What is decided; sending back needs a remark. */
  @Schema(name = "FeedbackJudgement")
  public record Entry(Boolean accepted, String remark) {

    void check() {
      new Violations()
          .require(
              accepted != null,
              "accepted",
              "required",
              "请选择认可或退回。",
              "Say whether it is accepted or sent back.")
          .require(
              !Boolean.FALSE.equals(accepted) || (remark != null && !remark.isBlank()),
              "remark",
              "required",
              "退回须说明原因。",
              "What is sent back needs a remark.")
          .atMost(remark, LONGEST, "remark")
          .throwIfAny();
    }

    String stripped() {
      return remark == null || remark.isBlank() ? null : remark.strip();
    }
  }

  @Transactional
  public InstructedUnit judge(
      Actor actor, UUID instructionId, String unitId, IfMatch expected, Entry entry) {
    entry.check();
    return acts.on(
        actor,
        instructionId,
        unitId,
        expected,
        unit -> FourEyes.requireSomeoneElse(actor, unit.answeredBy()),
        act -> {
          DispatchEvent judged = entry.accepted() ? accept(act) : sendBack(act);
          feedback.judge(
              act.unit().receiptId(),
              act.unit().answers(),
              entry.accepted(),
              entry.stripped(),
              act.cause());
          return judged;
        });
  }

  private static DispatchEvent accept(InstructionActs.Act act) {
    act.unit().accept(act.cause().at());
    InstructionRepository.Held held = act.held();
    boolean ended = held.instruction().endIfAnswered(held.units(), act.cause().at());
    if (ended && held.about() != null) {
      held.about().supervision().instructionEnded();
    }
    return act.unit().accepted(ended);
  }

  private DispatchEvent sendBack(InstructionActs.Act act) {
    DispatchEvent sentBack = act.unit().sendBack(limit.from(act.cause().at()));
    timers.watch(List.of(act.unit()));
    return sentBack;
  }
}
