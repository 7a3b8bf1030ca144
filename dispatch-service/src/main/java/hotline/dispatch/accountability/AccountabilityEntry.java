package hotline.dispatch.accountability;

import hotline.access.Violations;
import hotline.dispatch.directory.Directory;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.SupervisionReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a supervisor or a leader records.
 *
 * @param caseIds the cases that it rests on, all of which the unit has or had in hand
 * @param people of a talk: who was summoned and who led it; of a criticism: to whom it went
 * @param heldOn the day of the talk or of the bulletin
 */
@Schema(name = "AccountabilityEntry")
public record AccountabilityEntry(
    Measure measure,
    String unitId,
    SupervisionReason reason,
    List<UUID> caseIds,
    String words,
    String people,
    LocalDate heldOn) {

  private static final int MOST_CASES = 20;
  private static final int YEARS_BACK = 3;
  private static final int LONGEST = 2_000;
  private static final int LONGEST_PEOPLE = 500;

  void check(Directory directory, LocalDate today) {
    List<UUID> named = Objects.requireNonNullElse(caseIds, List.of());
    new Violations()
        .require(measure != null, "measure", "required", "请选择通报批评或约谈。", "Choose criticism or talk.")
        .require(reason != null, "reason", "required", "请选择事由。", "Choose the reason.")
        .require(
            directory.unit(unitId).filter(Unit::active).isPresent(),
            "unitId",
            "unknown-unit",
            "请选择现有的单位。",
            "Choose a unit that exists.")
        .require(
            !named.isEmpty()
                && named.size() <= MOST_CASES
                && named.stream().noneMatch(Objects::isNull),
            "caseIds",
            "not-so-many",
            "请写明所依据的工单，1 至 " + MOST_CASES + " 件。",
            "Name the cases that it rests on, from 1 to " + MOST_CASES + ".")
        .require(
            named.stream().distinct().count() == named.size(),
            "caseIds",
            "named-twice",
            "同一工单只能出现一次。",
            "A case may be named only once.")
        .required(words, "words")
        .atMost(words, LONGEST, "words")
        .require(
            measure != Measure.TALK || (people != null && !people.isBlank()),
            "people",
            "required",
            "请写明约谈人和被约谈人。",
            "Say who was summoned and who led the talk.")
        .atMost(people, LONGEST_PEOPLE, "people")
        .require(
            heldOn != null
                && !heldOn.isAfter(today)
                && !heldOn.isBefore(today.minusYears(YEARS_BACK)),
            "heldOn",
            "not-in-time",
            "请填写日期，不能晚于今天，也不能早于 " + YEARS_BACK + " 年前。",
            "Give the day; it is not in the future and not more than " + YEARS_BACK + " years ago.")
        .throwIfAny();
  }
}
