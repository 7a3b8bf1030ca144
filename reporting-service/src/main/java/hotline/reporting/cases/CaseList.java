package hotline.reporting.cases;

import hotline.access.Invalid;
import hotline.reporting.directory.UnitScope;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The lists behind the headline numbers: each holds exactly the cases that its number counts; and
 * those whose units asked the centre for something and got it.
 */
public enum CaseList {
  ACCEPTED("true"),
  CLOSED("status IN ('CLOSED', 'ARCHIVED')"),
  OPEN("status NOT IN ('CLOSED', 'ARCHIVED', 'WITHDRAWN')"),
  OVERDUE("overdue") {
    @Override
    String condition(UnitScope scope) {
      // Who is late as a unit is late: said twice, the index of the overdue cases is found.
      return scope.isOfUnits() ? "overdue AND unit_overdue" : "overdue";
    }
  },
  ON_HOLD("status = 'ON_HOLD'"),
  EXTENDED("extension_count > 0"),
  RETURNED("return_count > 0"),
  WITHDRAWN("status = 'WITHDRAWN'"),
  RESPONDED("status IN ('CLOSED', 'ARCHIVED') AND responded = 'YES'"),
  NOT_RESPONDED("status IN ('CLOSED', 'ARCHIVED') AND responded = 'NO'"),
  RESPONDED_UNKNOWN("status IN ('CLOSED', 'ARCHIVED') AND responded = 'UNKNOWN'"),
  SOLVED("status IN ('CLOSED', 'ARCHIVED') AND solved IN ('YES', 'PARTLY')"),
  UNSOLVED("status IN ('CLOSED', 'ARCHIVED') AND solved = 'NO'"),
  SOLVED_BY_POLICY("status IN ('CLOSED', 'ARCHIVED') AND solved = 'NOT_BY_POLICY'"),
  SOLVED_UNKNOWN("status IN ('CLOSED', 'ARCHIVED') AND solved = 'UNKNOWN'"),
  SATISFIED("status IN ('CLOSED', 'ARCHIVED') AND satisfied = 'YES'"),
  UNSATISFIED("status IN ('CLOSED', 'ARCHIVED') AND satisfied = 'NO'"),
  UNKNOWN("status IN ('CLOSED', 'ARCHIVED') AND satisfied = 'UNKNOWN'");

  private final String condition;

  CaseList(String condition) {
    this.condition = condition;
  }

  String condition(UnitScope scope) {
    return condition;
  }

  static CaseList of(String name) {
    if (name == null || name.isBlank()) {
      return ACCEPTED;
    }
    return Arrays.stream(values())
        .filter(list -> list.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () -> {
              String known =
                  Arrays.stream(values()).map(CaseList::wireName).collect(Collectors.joining(", "));
              return new Invalid(
                  "list",
                  "unknown-value",
                  "没有这个清单，可选：" + known,
                  "No such list; choose one of " + known);
            });
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
