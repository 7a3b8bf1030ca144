package hotline.drill;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds what the witness was told against the table of the service that told it. */
final class Testimony {

  private static final int POSTGRES = 6;

  /**
   * Where the trace of an act must be: how often, per id of the thing.
   *
   * @param atMost whether more than was acknowledged is wrong as well: an answer may be lost after
   *     its act was stored, but each act is asked until it is answered
   */
  private record Trace(String database, String sql, boolean atMost) {}

  private static final Map<String, Trace> TRACES = traces();

  private final int port;

  Testimony(int port) {
    this.port = port;
  }

  private static Map<String, Trace> traces() {
    Map<String, Trace> traces = new LinkedHashMap<>();
    traces.put("registration", new Trace("intake", "SELECT id, 1 FROM hotline_case", true));
    traces.put(
        "acceptance",
        new Trace("intake", "SELECT id, 1 FROM hotline_case WHERE accepted_at IS NOT NULL", true));
    traces.put(
        "dispatch",
        new Trace(
            "dispatch", "SELECT case_id, 1 FROM assignment WHERE round = 1 GROUP BY 1", false));
    traces.put(
        "signature",
        new Trace(
            "dispatch",
            "SELECT assignment_id, 1 FROM assignment WHERE signed_at IS NOT NULL",
            true));
    traces.put(
        "contact-attempts",
        new Trace(
            "dispatch", "SELECT assignment_id, count(*) FROM contact_attempt GROUP BY 1", true));
    traces.put(
        "replies",
        new Trace("dispatch", "SELECT assignment_id, count(*) FROM reply GROUP BY 1", true));
    traces.put(
        "reviews",
        new Trace(
            "dispatch",
            "SELECT assignment_id, count(*) FROM reply WHERE decision IS NOT NULL GROUP BY 1",
            true));
    traces.put(
        "attempts",
        new Trace(
            "evaluation", "SELECT callback_id, count(*) FROM callback_attempt GROUP BY 1", true));
    traces.put(
        "evaluation",
        new Trace(
            "evaluation", "SELECT callback_id, 1 FROM callback WHERE status = 'EVALUATED'", true));
    return traces;
  }

  /** Every acknowledged act that left no trace, and every one that left more than one. */
  List<String> contradictions(Collection<History.Step> steps) throws SQLException {
    Map<History.Step, Long> told = new HashMap<>();
    steps.forEach(step -> told.merge(step, 1L, Long::sum));
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Trace> trace : TRACES.entrySet()) {
      Map<String, Long> stored = stored(trace.getValue());
      told.forEach(
          (step, times) -> {
            long found = stored.getOrDefault(step.about(), 0L);
            if (step.act().equals(trace.getKey())
                && (found < times || (trace.getValue().atMost() && found > times))) {
              wrong.add(
                  step.act()
                      + " "
                      + step.about()
                      + ": answered "
                      + times
                      + ", stored "
                      + found
                      + " in "
                      + trace.getValue().database());
            }
          });
    }
    return wrong;
  }

  private Map<String, Long> stored(Trace trace) throws SQLException {
    Map<String, Long> stored = new HashMap<>();
    try (Connection database = connect(trace.database());
        Statement sql = database.createStatement();
        ResultSet rows = sql.executeQuery(trace.sql())) {
      while (rows.next()) {
        stored.put(rows.getString(1), rows.getLong(2));
      }
    }
    return stored;
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + (port + POSTGRES) + "/" + database, database, database);
  }
}
