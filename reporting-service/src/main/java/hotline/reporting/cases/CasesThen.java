package hotline.reporting.cases;

import static hotline.relay.quarkus.Columns.instant;

import hotline.lifecycle.Envelope;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.Source;
import hotline.reporting.directory.UnitScope;
import hotline.reporting.headline.Period;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The accepted cases of a period as they stood at a moment: each is folded anew from the facts that
 * were recorded before it. Those registered last come first.
 */
final class CasesThen implements CaseRows {

  private static final Logger LOG = Logger.getLogger(CasesThen.class);
  private static final int AT_ONCE = 500;

  /** By how much a fact may seem to be recorded before its case was registered. */
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  /**
   * Whatever may have been accepted in the period as it was known then: what is accepted once more
   * is so later, and what was refused or handed over afterwards is now as if it had never been.
   */
  private static final String CANDIDATES =
      "SELECT case_id, case_no, registered_at FROM case_record WHERE registered_at < ?"
          + " AND (accepted_at IS NULL OR accepted_at >= coalesce(?, '-infinity'::timestamptz))"
          + " ORDER BY registered_at DESC, case_id DESC";

  private static final String FACTS =
      "SELECT case_id, source, sequence, event_id, type, occurred_at, recorded_at, unit, actor, data"
          + " FROM timeline_entry WHERE case_id = ANY (?) AND recorded_at >= ? AND recorded_at < ?"
          + " ORDER BY case_id, log_offset";

  private final Connection connection;
  private final Instant moment;
  private final Period period;
  private final UnitScope scope;
  private final PreparedStatement facts;
  private final ResultSet candidates;
  private final Queue<CaseLine> ready = new ArrayDeque<>();

  /** Brings the first candidates; closes nothing when that fails. */
  CasesThen(Connection connection, Instant moment, Period period, UnitScope scope)
      throws SQLException {
    this.connection = connection;
    this.moment = moment;
    this.period = period;
    this.scope = scope;
    facts = connection.prepareStatement(FACTS);
    PreparedStatement select = connection.prepareStatement(CANDIDATES);
    select.setFetchSize(AT_ONCE);
    select.setObject(1, at(moment));
    select.setObject(2, period.start() == null ? null : at(period.start()));
    select.closeOnCompletion();
    candidates = select.executeQuery();
  }

  @Override
  public CaseLine next() {
    try {
      while (ready.isEmpty()) {
        Map<UUID, CaseRecord> batch = new LinkedHashMap<>();
        Instant earliest = moment;
        while (batch.size() < AT_ONCE && candidates.next()) {
          UUID id = candidates.getObject("case_id", UUID.class);
          batch.put(id, new CaseRecord(id, candidates.getString("case_no")));
          Instant registered = instant(candidates, "registered_at");
          earliest = registered.isBefore(earliest) ? registered : earliest;
        }
        if (batch.isEmpty()) {
          return null;
        }
        fold(batch, earliest.minus(CLOCKS_DIFFER));
        batch.values().stream()
            .filter(this::counts)
            .map(record -> CaseLine.of(record, scope))
            .forEach(ready::add);
      }
      return ready.remove();
    } catch (SQLException e) {
      throw new IllegalStateException("The list could not be read to its end", e);
    }
  }

  private void fold(Map<UUID, CaseRecord> batch, Instant notBefore) throws SQLException {
    facts.setArray(1, connection.createArrayOf("uuid", batch.keySet().toArray()));
    facts.setObject(2, at(notBefore));
    facts.setObject(3, at(moment));
    try (ResultSet row = facts.executeQuery()) {
      while (row.next()) {
        CaseRecord record = batch.get(row.getObject("case_id", UUID.class));
        // Every fact of the table was applied when it came, so each is known and possible.
        EventCodec.read(
                envelope(row, record),
                row.getString("type"),
                row.getString("data").getBytes(StandardCharsets.UTF_8))
            .ifPresent(record::apply);
      }
    }
  }

  private static Envelope envelope(ResultSet row, CaseRecord record) throws SQLException {
    return new Envelope(
        row.getObject("event_id", UUID.class),
        Source.of(row.getString("source")).orElseThrow(),
        record.caseId,
        record.caseNo,
        instant(row, "occurred_at"),
        instant(row, "recorded_at"),
        row.getLong("sequence"),
        null,
        row.getString("actor"),
        row.getString("unit"),
        null);
  }

  /** As {@link CaseList#ACCEPTED} counts, in what was known then. */
  private boolean counts(CaseRecord record) {
    return record.acceptedAt != null
        && (period.start() == null || !record.acceptedAt.isBefore(period.start()))
        && (period.end() == null || record.acceptedAt.isBefore(period.end()))
        && !(scope.isOfUnits() && record.answeredWithMain)
        && (scope.path() == null || lies(record.unitPath, scope.path()))
        && (!scope.alone() || scope.code().equals(record.unitId))
        && (scope.placePath() == null || lies(record.placePath, scope.placePath()));
  }

  private static boolean lies(String path, String below) {
    return path != null && (path.equals(below) || path.startsWith(below + "/"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  @Override
  public void close() {
    try {
      candidates.close();
      facts.close();
    } catch (SQLException broken) {
      LOG.debug("The rows of a list could not be closed", broken);
    }
    CaseRows.giveBack(connection);
  }
}
