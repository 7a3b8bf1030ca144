package hotline.dispatch.instructions;

import hotline.access.Violations;
import hotline.dispatch.clocks.PaperClock;
import hotline.dispatch.directory.Directory;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a leader instructs.
 *
 * @param caseId absent while the matter is no case: the title is required then
 * @param unitIds units that act and answer
 * @param readerUnitIds units that only read it
 * @param dueAt absent: the limit of the table supervision_limit
 * @param paperNo number on the sheet, when there is one
 * @param leaderPost absent for a leader who has said the own post
 * @param givenOn date on the sheet that a supervisor types in
 */
@Schema(name = "InstructionEntry")
public record InstructionEntry(
    UUID caseId,
    String title,
    String words,
    List<String> unitIds,
    List<String> readerUnitIds,
    Instant dueAt,
    String paperNo,
    String leaderPost,
    LocalDate givenOn) {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_WORDS = 5_000;
  private static final int LONGEST_PAPER_NO = 60;
  private static final int LONGEST_POST = 60;
  private static final int MOST_UNITS = 100;
  private static final Duration LONGEST_TIME = Duration.ofDays(366);

  /**
   * @param onPaper whether a supervisor types what came on paper: its post and its date then
   * @param ownPost post of the leader who types; null when it was not said
   */
  void check(Directory known, boolean onPaper, String ownPost, Instant now, LocalDate today) {
    Violations wrong = new Violations();
    wrong
        .require(
            caseId != null || (title != null && !title.isBlank()),
            "title",
            "required",
            "尚无工单的批示须写明事由。",
            "An instruction about no case needs a title.")
        .atMost(title, LONGEST_TITLE, "title")
        .require(
            words != null && !words.isBlank(),
            "words",
            "required",
            "请填写批示原文。",
            "Write the words of the instruction.")
        .atMost(words, LONGEST_WORDS, "words")
        .atMost(paperNo, LONGEST_PAPER_NO, "paperNo")
        .require(
            ownPost != null || (leaderPost != null && !leaderPost.isBlank()),
            "leaderPost",
            "required",
            "请填写批示领导的职务。",
            "Say the post of the leader.")
        .atMost(leaderPost, LONGEST_POST, "leaderPost")
        .require(
            !onPaper || givenOn != null,
            "givenOn",
            "required",
            "请填写纸质批示上的日期。",
            "Say the date on the paper.")
        .require(
            !onPaper || givenOn == null || !givenOn.isAfter(today),
            "givenOn",
            "in-the-future",
            "批示日期不能晚于今天。",
            "The date of the instruction must not be in the future.")
        .require(
            !onPaper || givenOn == null || !givenOn.isBefore(today.minusYears(10)),
            "givenOn",
            "too-old",
            "批示日期不能早于十年前，请核对。",
            "The date is more than ten years ago; check it.")
        .require(
            dueAt == null || due().isAfter(now),
            "dueAt",
            "in-the-past",
            "反馈时限已经过去，请另选时间。",
            "The due time is in the past; choose a later one.")
        .require(
            dueAt == null || !dueAt.isAfter(now.plus(LONGEST_TIME)),
            "dueAt",
            "too-late",
            "反馈时限最长一年。",
            "The due time is within a year.");
    Set<String> seen = new HashSet<>();
    wrong.require(
        unitIds != null && !unitIds.isEmpty(),
        "unitIds",
        "required",
        "请至少选择一个承办单位。",
        "Choose at least one unit that answers.");
    checkUnits(wrong, unitIds, "unitIds", known, seen);
    checkUnits(wrong, readerUnitIds, "readerUnitIds", known, seen);
    wrong.throwIfAny();
  }

  private static void checkUnits(
      Violations wrong, List<String> codes, String field, Directory known, Set<String> seen) {
    if (codes == null) {
      return;
    }
    if (codes.size() > MOST_UNITS) {
      wrong.add(
          field,
          "too-many",
          "一次最多 " + MOST_UNITS + " 个单位。",
          "At most " + MOST_UNITS + " units at once.");
      return;
    }
    for (int i = 0; i < codes.size(); i++) {
      String place = field + "[" + i + "]";
      Optional<Unit> unit = known.unit(codes.get(i));
      if (unit.isEmpty()) {
        wrong.add(
            place,
            "unknown-unit",
            "没有这个单位。请从列表中选择。",
            "There is no such unit. Choose one from the list.");
      } else if (!unit.get().active()) {
        wrong.add(
            place,
            "unit-is-gone",
            unit.get().nameZh() + "已撤销，不能接收批示。请改选接替其职责的单位。",
            unit.get().nameEn()
                + " does not exist any more. Choose the unit that took over its duties.");
      } else if (!seen.add(codes.get(i))) {
        wrong.add(place, "named-twice", "同一单位只能选一次。", "A unit may be named only once.");
      }
    }
  }

  /** To the second; null when the leader sets none. */
  Instant due() {
    return dueAt == null ? null : dueAt.truncatedTo(ChronoUnit.SECONDS);
  }

  Instruction.Wording wording(boolean onPaper, String ownPost, LocalDate today) {
    return new Instruction.Wording(
        stripped(title),
        words.strip(),
        stripped(paperNo),
        stripped(leaderPost) == null ? ownPost : leaderPost.strip(),
        onPaper ? givenOn : today,
        onPaper);
  }

  private static String stripped(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  List<InstructedUnit> units(Instruction instruction, Directory known, PaperClock clock) {
    List<InstructedUnit> units = new ArrayList<>();
    unitIds.forEach(
        code ->
            units.add(
                InstructedUnit.of(
                    instruction, known.unit(code).orElseThrow(), Duty.ANSWER, clock)));
    if (readerUnitIds != null) {
      readerUnitIds.forEach(
          code ->
              units.add(
                  InstructedUnit.of(
                      instruction, known.unit(code).orElseThrow(), Duty.READ, clock)));
    }
    return units;
  }
}
