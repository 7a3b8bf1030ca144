package hotline.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.lifecycle.Source;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Holds what the databases say against what the log says. */
final class Comparison {

  private final LogContents log;
  private final Differences differences;

  Comparison(LogContents log, Differences differences) {
    this.log = log;
    this.differences = differences;
  }

  /** Every accepted case in one status, the same in this service as in the log. */
  long states(Source service, Map<UUID, ServiceDatabase.State> states) {
    long compared = 0;
    for (LogCase expected : log.cases().values()) {
      ServiceDatabase.State state = states.get(expected.caseId());
      boolean mustBeKnown =
          expected.accepted() || service == Source.INTAKE || service == Source.REPORTING;
      if (state == null) {
        if (mustBeKnown) {
          differences.add(
              "工单缺失 / case missing",
              service.uri() + " does not know " + expected.caseNo() + " " + expected.status());
        }
        continue;
      }
      compared++;
      if (!state.status().equals(expected.status().name())) {
        differences.add(
            "状态不一致 / status differs",
            expected.caseNo()
                + ": the log says "
                + expected.status()
                + ", "
                + service.uri()
                + " says "
                + state.status());
      }
      if (!state.caseNo().equals(expected.caseNo())) {
        differences.add(
            "编号不一致 / number differs",
            expected.caseNo() + " is " + state.caseNo() + " in " + service.uri());
      }
    }
    for (Map.Entry<UUID, ServiceDatabase.State> state : states.entrySet()) {
      if (!log.cases().containsKey(state.getKey())) {
        differences.add(
            "日志缺失 / missing in the log",
            state.getValue().caseNo() + " is in " + service.uri() + " and not in the log");
      }
    }
    return compared;
  }

  /** Every event of the others applied once: the newest sequence read is the newest written. */
  long sequences(Source service, Map<String, Long> applied) {
    long compared = 0;
    for (LogCase expected : log.cases().values()) {
      for (Map.Entry<Source, Long> written : expected.last().entrySet()) {
        if (written.getKey() == service) {
          continue;
        }
        compared++;
        String name = expected.caseId() + "|" + written.getKey().uri();
        long read = applied.getOrDefault(name, 0L);
        if (read != written.getValue()) {
          differences.add(
              "事件未恰好应用一次 / not applied exactly once",
              expected.caseNo()
                  + ": "
                  + written.getKey().uri()
                  + " said "
                  + written.getValue()
                  + ", "
                  + service.uri()
                  + " applied "
                  + read);
        }
      }
    }
    return compared;
  }

  /** What a unit answered has reached the citizen's page, and nothing that no event speaks of. */
  long replies(Map<UUID, Set<Integer>> heard) {
    long compared = 0;
    for (LogCase expected : log.cases().values()) {
      Set<Integer> rounds = heard.getOrDefault(expected.caseId(), Set.of());
      if (rounds.stream().anyMatch(Objects::isNull)) {
        continue;
      }
      compared += expected.answeredRounds().size();
      if (!rounds.equals(expected.answeredRounds())) {
        differences.add(
            "公开答复不一致 / public replies differ",
            expected.caseNo()
                + ": answered in the rounds "
                + new TreeSet<>(expected.answeredRounds())
                + ", intake has heard those of "
                + new TreeSet<>(rounds));
      }
    }
    return compared;
  }

  /** Nothing parked, and no unreadable record but those that were set aside. */
  void parked(ServiceDatabase database) throws SQLException {
    database
        .parked()
        .forEach(
            (key, reason) ->
                differences.add(
                    "挂起的工单 / parked case",
                    database.service().uri() + " has parked " + key + " (" + reason + ")"));
    Set<String> setAside = database.setAside();
    for (String place : log.unreadable()) {
      if (!setAside.contains(place)) {
        differences.add(
            "不可读的记录 / unreadable record",
            place + " is no event, and " + database.service().uri() + " has not set it aside");
      }
    }
  }

  /** Reporting's numbers equal a recount. */
  void headline(Map<String, Long> reported) {
    HeadlineRecount.of(log.cases().values())
        .forEach(
            (number, recount) -> {
              if (!recount.equals(reported.get(number))) {
                differences.add(
                    "总数不一致 / headline number differs",
                    number + ": recount " + recount + ", reporting " + reported.get(number));
              }
            });
  }

  /** What was published stands in the database as it was said, and nothing else does. */
  void rankings(Map<String, JsonNode> said, Map<String, JsonNode> kept) {
    said.forEach(
        (name, data) -> {
          JsonNode here = kept.get(name);
          if (here == null) {
            differences.add("排名缺失 / ranking missing", "reporting does not have " + name);
          } else if (!here.equals(data)) {
            differences.add("排名不一致 / ranking differs", name + " is not as it was said");
          }
        });
    for (String name : kept.keySet()) {
      if (!said.containsKey(name)) {
        differences.add("排名未发出 / ranking not said", name + " is not on the topic");
      }
    }
  }

  static List<Source> services() {
    return List.of(Source.INTAKE, Source.DISPATCH, Source.EVALUATION, Source.REPORTING);
  }
}
