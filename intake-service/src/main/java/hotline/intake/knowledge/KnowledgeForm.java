package hotline.intake.knowledge;

import hotline.access.Violations;
import hotline.intake.cases.FormText;
import hotline.intake.reference.Directory;
import hotline.intake.vault.TextMask;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A text of knowledge as it is typed. Days are {@code 2026-12-31}.
 *
 * @param ownerUnit code of the unit whose matter it is (责任单位); of a new item only
 * @param questions at most 20
 * @param validFrom today when it is missing
 */
public record KnowledgeForm(
    String ownerUnit,
    String title,
    List<String> questions,
    String answer,
    String notes,
    List<String> categoryCodes,
    List<String> placeCodes,
    String validFrom,
    String validTo,
    String reviewBy,
    String changeNote) {
  static final int LONGEST_TITLE = 100;
  static final int LONGEST_QUESTION = 60;
  static final int MOST_QUESTIONS = 20;

  /** As long as an answer of a case may be: it is taken over whole. */
  static final int LONGEST_ANSWER = 3000;

  static final int LONGEST_NOTES = 2000;
  static final int LONGEST_CHANGE_NOTE = 500;
  static final int MOST_CODES = 20;
  static final int MOST_YEARS_TO_REVIEW = 3;

  /** Refuses what cannot be kept, every field at once. */
  KnowledgeText checked(Directory directory, LocalDate today) {
    return checked(directory, today, List.of());
  }

  /**
   * The same of an item that is there.
   *
   * @param standing its texts: a category or place that one of them names stays good when it is
   *     chosen no more
   */
  KnowledgeText checked(Directory directory, LocalDate today, List<KnowledgeText> standing) {
    Violations violations = new Violations();
    LocalDate from = day(violations, validFrom, "validFrom");
    LocalDate to = day(violations, validTo, "validTo");
    LocalDate review = reviewDay(violations, reviewBy, today);
    LocalDate begins = from == null ? today : from;
    violations.require(
        to == null || !to.isBefore(begins),
        "validTo",
        "out-of-range",
        "失效日期不能早于生效日期。",
        "It cannot end before it begins.");
    KnowledgeText text =
        new KnowledgeText(
            publicText(violations, title, LONGEST_TITLE, "title", true),
            questions(violations),
            publicText(violations, answer, LONGEST_ANSWER, "answer", true),
            publicText(violations, notes, LONGEST_NOTES, "notes", false),
            codes(
                violations,
                categoryCodes,
                code ->
                    directory.category(code).filter(Category::active).isPresent()
                        || standing.stream().anyMatch(one -> one.categoryCodes().contains(code)),
                "categoryCodes"),
            codes(
                violations,
                placeCodes,
                code ->
                    directory.place(code).filter(Place::active).isPresent()
                        || standing.stream().anyMatch(one -> one.placeCodes().contains(code)),
                "placeCodes"),
            begins,
            to,
            review,
            publicText(violations, changeNote, LONGEST_CHANGE_NOTE, "changeNote", false));
    violations.throwIfAny();
    return text;
  }

  /** The unit that a new item belongs to. */
  Unit owner(Directory directory) {
    Violations violations = new Violations();
    violations.required(ownerUnit, "ownerUnit").throwIfAny();
    Optional<Unit> unit = directory.unit(ownerUnit.strip()).filter(Unit::active);
    violations
        .require(
            unit.isPresent(),
            "ownerUnit",
            "unknown-value",
            "没有这个单位，请从单位列表中选择。",
            "There is no such unit; choose one of the directory.")
        .throwIfAny();
    return unit.orElseThrow();
  }

  static LocalDate reviewDay(Violations violations, String typed, LocalDate today) {
    violations.required(typed, "reviewBy");
    LocalDate day = day(violations, typed, "reviewBy");
    violations.require(
        day == null || (day.isAfter(today) && !day.isAfter(today.plusYears(MOST_YEARS_TO_REVIEW))),
        "reviewBy",
        "out-of-range",
        "复审期限应在今天之后、" + MOST_YEARS_TO_REVIEW + " 年之内。",
        "The next review lies after today and within " + MOST_YEARS_TO_REVIEW + " years.");
    return day;
  }

  private List<String> questions(Violations violations) {
    List<String> asked = questions == null ? List.of() : questions;
    violations.require(
        asked.size() <= MOST_QUESTIONS,
        "questions",
        "too-many",
        "问法和关键词最多 " + MOST_QUESTIONS + " 个。",
        "At most " + MOST_QUESTIONS + " questions.");
    List<String> kept = new ArrayList<>();
    for (String one : asked) {
      String text = publicText(violations, one, LONGEST_QUESTION, "questions", false);
      if (text != null && !kept.contains(text)) {
        kept.add(text);
      }
    }
    return List.copyOf(kept);
  }

  /** The landline of an office is meant to be told; the number of a person never is. */
  static String publicText(
      Violations violations, String typed, int longest, String field, boolean required) {
    String text =
        required
            ? FormText.require(violations, typed, longest, field)
            : FormText.read(violations, typed, longest, field);
    violations.require(
        text == null || !TextMask.maskAnswer(text, null).changed(),
        field,
        "personal-number",
        "含有个人的手机号、证件号、银行卡号或邮箱。知识条目中只能写办公电话，请删除。",
        "It has a number or address of a person. Knowledge names telephones of offices only; remove it.");
    return text;
  }

  private static List<String> codes(
      Violations violations, List<String> typed, Predicate<String> known, String field) {
    List<String> codes =
        typed == null
            ? List.of()
            : typed.stream()
                .filter(code -> code != null && !code.isBlank())
                .map(String::strip)
                .distinct()
                .toList();
    violations.require(
        codes.size() <= MOST_CODES,
        field,
        "too-many",
        "最多选择 " + MOST_CODES + " 个。",
        "At most " + MOST_CODES + ".");
    violations.require(
        codes.stream().limit(MOST_CODES).allMatch(known),
        field,
        "unknown-value",
        "含有未知或已停用的编码，请从列表中选择。",
        "There is an unknown code, or one out of use; choose from the list.");
    return codes;
  }

  private static LocalDate day(Violations violations, String typed, String field) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(typed.strip());
      if (day.getYear() >= 1949 && day.getYear() <= 2999) {
        return day;
      }
    } catch (DateTimeParseException none) {
      // Said below, as for a day out of reach.
    }
    violations.add(field, "not-a-day", "日期应写作 2026-12-31。", "A day is written 2026-12-31.");
    return null;
  }
}
