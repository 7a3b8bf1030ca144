package hotline.dispatch.instructions;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Scope;
import hotline.access.Violations;
import hotline.lifecycle.InstructionAnswered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The unit reports what it did about the instruction (批示反馈); added, never changed. */
@ApplicationScoped
public class AnswerInstruction {

  private static final int LONGEST = 5_000;

  private final InstructionActs acts;
  private final FeedbackStore feedback;

  AnswerInstruction(InstructionActs acts, FeedbackStore feedback) {
    this.acts = acts;
    this.feedback = feedback;
  }

  /** What the unit says. */
  @Schema(name = "FeedbackEntry")
  public record Entry(String words) {

    void check() {
      new Violations().required(words, "words").atMost(words, LONGEST, "words").throwIfAny();
    }
  }

  @Transactional
  public InstructedUnit answer(
      Actor actor, UUID instructionId, String unitId, IfMatch expected, Entry entry) {
    entry.check();
    return acts.on(
        actor,
        instructionId,
        unitId,
        expected,
        unit -> Scope.of(actor).requireMayActForUnit(unit.unitPath()),
        act -> {
          InstructionAnswered answered = act.unit().answer(act.cause());
          feedback.add(
              act.unit().receiptId(), answered.feedbackNo(), entry.words().strip(), act.cause());
          return answered;
        });
  }
}
