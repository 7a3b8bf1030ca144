package hotline.dispatch.subdispatch;

import hotline.access.Violations;
import hotline.calendar.Limit;
import hotline.dispatch.assignments.CityTime;
import hotline.dispatch.directory.Directory;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which units below get a part, each by when, and what they are asked for. */
public record SubDispatchEntry(List<Part> parts, String note) {

  private static final int LONGEST_NOTE = 500;
  private static final int MOST_PARTS = 20;

  public SubDispatchEntry {
    parts = parts == null ? List.of() : parts.stream().filter(Objects::nonNull).toList();
  }

  /**
   * A unit directly below.
   *
   * @param dueAt absent: the latest that is possible
   */
  public record Part(String unitId, Instant dueAt) {

    /** To the minute. */
    Instant dueBy(Instant latest) {
      return dueAt == null ? latest : dueAt.truncatedTo(ChronoUnit.MINUTES);
    }
  }

  /** What the note says; null for nothing. */
  String words() {
    return note == null || note.isBlank() ? null : note.strip();
  }

  /** The units in their order; every one directly below, in service and named once. */
  List<Unit> units(String aboveUnitId, Directory known) {
    Violations wrong =
        new Violations()
            .require(
                !parts.isEmpty(),
                "parts",
                "required",
                "请至少选择一个下级单位。",
                "Choose at least one unit below.")
            .require(
                parts.size() <= MOST_PARTS,
                "parts",
                "too-many",
                "一次最多下派 " + MOST_PARTS + " 个单位。",
                "At most " + MOST_PARTS + " units at once.")
            .atMost(note, LONGEST_NOTE, "note");
    List<Unit> units = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < parts.size(); i++) {
      String code = parts.get(i).unitId();
      String field = "parts[" + i + "].unitId";
      Optional<Unit> unit = known.unit(code);
      wrong
          .require(
              unit.isPresent(),
              field,
              "unknown-unit",
              "没有这个承办单位。请从列表中选择。",
              "There is no such unit. Choose one from the list.")
          .require(
              unit.isEmpty() || aboveUnitId.equals(unit.get().parentCode()),
              field,
              "not-below",
              "只能下派给直属下级单位。请从列表中选择。",
              "A task is handed to a unit directly below only. Choose one from the list.")
          .require(
              unit.isEmpty() || unit.get().active(),
              field,
              "inactive-unit",
              "该承办单位已停用。请另选。",
              "This unit is out of service. Choose another one.")
          .require(
              code == null || seen.add(code),
              field,
              "named-twice",
              "同一单位只能出现一次。",
              "A unit may be named only once.");
      unit.ifPresent(units::add);
    }
    wrong.throwIfAny();
    return units;
  }

  /** Each part is due before the unit above is, by the time that it keeps for itself. */
  void requireDue(Instant now, Instant latest, Limit buffer) {
    Violations wrong = new Violations();
    for (int i = 0; i < parts.size(); i++) {
      Instant due = parts.get(i).dueBy(latest);
      String field = "parts[" + i + "].dueAt";
      wrong
          .require(
              due.isAfter(now), field, "in-the-past", "到期时间须晚于现在。", "The due time must lie ahead.")
          .require(
              !due.isAfter(latest),
              field,
              "too-late",
              "下派任务最迟须在 " + CityTime.zh(latest) + " 到期：本单位须留 " + buffer.zh() + "审核答复。",
              "It must be due by "
                  + CityTime.en(latest)
                  + ": "
                  + buffer.en()
                  + " are kept for your own reply.");
    }
    wrong.throwIfAny();
  }
}
