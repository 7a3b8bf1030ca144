package hotline.intake.callers;

import hotline.access.Scope;
import hotline.intake.reference.Directory;
import hotline.lifecycle.AssignmentMoves;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.util.Arrays;
import java.util.Optional;

/** The conditions that the questions about callers have in common. */
final class OpenCases {
  /** Whoever calls about it adds to it: neither ended nor taken over by a body outside. */
  static final String CONDITION =
      "(status NOT IN ('CLOSED', 'WITHDRAWN', 'ARCHIVED', 'REFUSED')"
          + " AND NOT (status = 'TRANSFERRED_OUT' AND transfer_acknowledged IS NOT NULL))";

  /** Takes the same prefix three times; null for no limit. */
  static final String WITHIN =
      "(?::text IS NULL OR place_path = ? OR starts_with(place_path, ? || '/'))";

  /** The statuses of a task that nobody works on any more. */
  static final String[] TASK_OVER =
      Arrays.stream(AssignmentStatus.values())
          .filter(AssignmentMoves::over)
          .map(Enum::name)
          .toArray(String[]::new);

  private OpenCases() {}

  static String gridPrefix(Scope scope) {
    Optional<String> prefix = scope.sqlGridPathPrefix();
    return prefix.orElse(null);
  }

  /**
   * Units about which a confidential case is kept from this reader, who would know the reporter.
   */
  static String[] unitsToKeepFrom(Scope scope, Directory directory) {
    return directory.units().stream()
        .filter(unit -> !scope.seesReporter(true, unit.path()))
        .map(Unit::code)
        .toArray(String[]::new);
  }
}
