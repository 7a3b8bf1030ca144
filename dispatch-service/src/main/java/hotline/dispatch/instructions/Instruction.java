package hotline.dispatch.instructions;

import hotline.dispatch.cases.Cause;
import hotline.lifecycle.InstructionGiven;
import hotline.lifecycle.Uuid7;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The words of a leader to one or more units (领导批示), about a case or about a matter that is none
 * yet. It is done when the feedback of every unit that must answer was accepted.
 */
@Entity
public class Instruction {

  @Id private UUID instructionId;
  private String instructionNo;
  private UUID caseId;
  private String title;
  private String words;
  private String paperNo;
  private String leaderPost;
  private LocalDate givenOn;
  private boolean onPaper;
  private String givenBy;
  private Instant givenAt;
  private Instant dueAt;
  private Instant endedAt;
  @Version private long version;

  protected Instruction() {}

  static Instruction give(
      String instructionNo, UUID caseId, Wording wording, Instant dueAt, Cause cause) {
    Instruction given = new Instruction();
    given.instructionId = Uuid7.at(cause.at());
    given.instructionNo = instructionNo;
    given.caseId = caseId;
    given.title = wording.title();
    given.words = wording.words();
    given.paperNo = wording.paperNo();
    given.leaderPost = wording.leaderPost();
    given.givenOn = wording.givenOn();
    given.onPaper = wording.onPaper();
    given.givenBy = cause.actor();
    given.givenAt = cause.at();
    given.dueAt = dueAt;
    return given;
  }

  /**
   * What the leader wrote, as it stands on the paper or was typed.
   *
   * @param onPaper whether a supervisor typed what came on paper
   */
  record Wording(
      String title,
      String words,
      String paperNo,
      String leaderPost,
      LocalDate givenOn,
      boolean onPaper) {}

  InstructionGiven given(List<InstructedUnit> units) {
    return new InstructionGiven(
        instructionId,
        instructionNo,
        onPaper,
        codes(units, Duty.ANSWER),
        codes(units, Duty.READ),
        givenAt,
        dueAt);
  }

  private static List<String> codes(List<InstructedUnit> units, Duty duty) {
    return units.stream()
        .filter(unit -> unit.duty() == duty)
        .map(InstructedUnit::unitId)
        .sorted()
        .toList();
  }

  /**
   * The matter has become a case; what units did before stands in the record of the instruction.
   */
  InstructionGiven link(UUID toCase, List<InstructedUnit> units) {
    if (caseId != null) {
      throw new LinkedAlready();
    }
    caseId = toCase;
    return given(units);
  }

  /** Ends with the last unit that had to answer; readers keep nobody waiting. */
  boolean endIfAnswered(List<InstructedUnit> units, Instant at) {
    if (units.stream()
        .anyMatch(unit -> unit.duty() == Duty.ANSWER && !ReceiptMoves.over(unit.status()))) {
      return false;
    }
    endedAt = at;
    return true;
  }

  boolean isDone() {
    return endedAt != null;
  }

  UUID instructionId() {
    return instructionId;
  }

  String instructionNo() {
    return instructionNo;
  }

  /** Null while it is about no case. */
  UUID caseId() {
    return caseId;
  }

  String title() {
    return title;
  }

  String words() {
    return words;
  }

  String paperNo() {
    return paperNo;
  }

  String leaderPost() {
    return leaderPost;
  }

  LocalDate givenOn() {
    return givenOn;
  }

  boolean onPaper() {
    return onPaper;
  }

  Instant givenAt() {
    return givenAt;
  }

  Instant dueAt() {
    return dueAt;
  }

  Instant endedAt() {
    return endedAt;
  }

  long version() {
    return version;
  }
}
