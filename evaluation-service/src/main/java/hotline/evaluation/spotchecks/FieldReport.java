package hotline.evaluation.spotchecks;

import hotline.access.PersonNumbers;
import hotline.access.Violations;
import hotline.lifecycle.Answer;
import hotline.lifecycle.SpotCheckFinding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The form that the checker fills in on site (现场核查单), masked.
 *
 * @param contacted whether the unit had contacted the citizen, as far as that was found out
 * @param checkedAt when the checker was there
 * @param place where that was, in words
 * @param evidence where photographs and the like are kept (佐证编号)
 * @param notes null for none
 */
record FieldReport(
    SpotCheckFinding finding,
    Answer contacted,
    Instant checkedAt,
    String place,
    String evidence,
    String notes) {

  static final int LONGEST = 2000;
  static final int LONGEST_PLACE = 200;
  static final int LONGEST_EVIDENCE = 500;

  /** The form, if it is whole. */
  static FieldReport of(
      SpotCheckFinding finding,
      Answer contacted,
      Instant checkedAt,
      String place,
      String evidence,
      String notes,
      Instant now) {
    new Violations()
        .require(finding != null, "finding", "required", "请选择核查结果。", "Say what was found.")
        .require(
            contacted != null,
            "contacted",
            "required",
            "请选择承办单位是否联系过诉求人，无法得知请选“未知”。",
            "Say whether the unit had contacted the citizen; choose unknown if you cannot tell.")
        .require(checkedAt != null, "checkedAt", "required", "请填写核查时间。", "Say when you were there.")
        .require(
            checkedAt == null || !checkedAt.isAfter(now),
            "checkedAt",
            "in-the-future",
            "核查时间不能晚于现在。",
            "You cannot have been there in the future.")
        .required(place, "place")
        .atMost(place, LONGEST_PLACE, "place")
        .required(evidence, "evidence")
        .atMost(evidence, LONGEST_EVIDENCE, "evidence")
        .atMost(notes, LONGEST, "notes")
        .throwIfAny();
    return new FieldReport(
        finding,
        contacted,
        checkedAt.truncatedTo(ChronoUnit.MICROS),
        PersonNumbers.withoutAnyLong(place.strip()),
        PersonNumbers.withoutAnyLong(evidence.strip()),
        notes == null || notes.isBlank() ? null : PersonNumbers.withoutAnyLong(notes.strip()));
  }
}
