package hotline.dispatch.instructions;

import hotline.dispatch.cases.Cause;
import hotline.dispatch.clocks.PaperClock;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.InstructionAccepted;
import hotline.lifecycle.InstructionAnswered;
import hotline.lifecycle.InstructionMoved;
import hotline.lifecycle.InstructionOverdue;
import hotline.lifecycle.InstructionRead;
import hotline.lifecycle.InstructionSentBack;
import hotline.lifecycle.Uuid7;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;

/**
 * One unit's part in an instruction: it reads, and answers if it has to. Each act returns the fact
 * that it made true.
 */
@Entity
public class InstructedUnit {

  @Id private UUID receiptId;
  private UUID instructionId;
  private String unitId;
  private String unitPath;

  @Enumerated(EnumType.STRING)
  private Duty duty;

  @Enumerated(EnumType.STRING)
  private ReceiptStatus status;

  // A clock that runs out or moves must not make a report that is being written stale.
  @Embedded
  @OptimisticLock(excluded = true)
  private PaperClock clock;

  @OptimisticLock(excluded = true)
  private boolean missed;

  private Instant readAt;
  private String readBy;
  private int answers;
  private Instant answeredAt;
  private String answeredBy;
  private Instant doneAt;
  @Version private long version;

  protected InstructedUnit() {}

  static InstructedUnit of(Instruction instruction, Unit unit, Duty duty, PaperClock clock) {
    InstructedUnit instructed = new InstructedUnit();
    instructed.receiptId = Uuid7.at(instruction.givenAt());
    instructed.instructionId = instruction.instructionId();
    instructed.unitId = unit.code();
    instructed.unitPath = unit.path();
    instructed.duty = duty;
    instructed.status = ReceiptStatus.TO_READ;
    instructed.clock = clock;
    return instructed;
  }

  InstructionRead read(Cause cause) {
    status = ReceiptMoves.move(status, ReceiptAct.READ, duty);
    readAt = cause.at();
    readBy = cause.actor();
    if (ReceiptMoves.over(status)) {
      doneAt = cause.at();
    }
    return new InstructionRead(instructionId, unitId, duty == Duty.ANSWER);
  }

  /** Earlier feedback stays as it is; this one comes after it. */
  InstructionAnswered answer(Cause cause) {
    status = ReceiptMoves.move(status, ReceiptAct.ANSWER, duty);
    answers++;
    answeredAt = cause.at();
    answeredBy = cause.actor();
    return new InstructionAnswered(
        instructionId, unitId, answers, dueAt(), cause.at().isAfter(dueAt()));
  }

  void accept(Instant at) {
    status = ReceiptMoves.move(status, ReceiptAct.ACCEPT, duty);
    doneAt = at;
  }

  /**
   * @param ended whether the instruction is done with it
   */
  InstructionAccepted accepted(boolean ended) {
    return new InstructionAccepted(
        instructionId, unitId, answers, dueAt(), missed || answeredAt.isAfter(dueAt()), ended);
  }

  /** The unit has a whole time again; that it missed an earlier due time stays known. */
  InstructionSentBack sendBack(PaperClock again) {
    status = ReceiptMoves.move(status, ReceiptAct.SEND_BACK, duty);
    clock = again;
    return new InstructionSentBack(instructionId, unitId, answers, dueAt());
  }

  /** Its due time by the calendar in force; one that was missed or does not run stays. */
  Optional<InstructionMoved> follow(TimeRules rules, Instant now) {
    if (missed || !awaitsAnswer()) {
      return Optional.empty();
    }
    Instant before = dueAt();
    clock = clock.follow(rules, now);
    return before.equals(dueAt())
        ? Optional.empty()
        : Optional.of(
            new InstructionMoved(instructionId, unitId, before, dueAt(), rules.calendarVersion()));
  }

  /** The due time has passed and it was not said: said once per unit. */
  Optional<InstructionOverdue> missedBy(Instant now) {
    if (missed || !awaitsAnswer() || !now.isAfter(dueAt())) {
      return Optional.empty();
    }
    missed = true;
    return Optional.of(new InstructionOverdue(instructionId, unitId, dueAt()));
  }

  boolean awaitsAnswer() {
    return ReceiptMoves.runs(status, duty);
  }

  UUID receiptId() {
    return receiptId;
  }

  UUID instructionId() {
    return instructionId;
  }

  String unitId() {
    return unitId;
  }

  String unitPath() {
    return unitPath;
  }

  Duty duty() {
    return duty;
  }

  ReceiptStatus status() {
    return status;
  }

  PaperClock clock() {
    return clock;
  }

  Instant dueAt() {
    return clock.dueAt();
  }

  boolean missed() {
    return missed;
  }

  Instant readAt() {
    return readAt;
  }

  int answers() {
    return answers;
  }

  /** Who answered last; null before. */
  String answeredBy() {
    return answeredBy;
  }

  Instant doneAt() {
    return doneAt;
  }

  long version() {
    return version;
  }
}
