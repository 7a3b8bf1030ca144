package hotline.reporting.log;

import hotline.lifecycle.EventCodec;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Source;
import hotline.lifecycle.UnreadableEvent;
import hotline.relay.Incoming;
import hotline.relay.PoisonRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Until when each service that tells facts has sent all of them. One that was never heard has sent
 * nothing for certain, and what one has sent was sent, also when it is away since.
 */
@ApplicationScoped
public class SentByServices {

  private static final Logger LOG = Logger.getLogger(SentByServices.class);

  /** Those without whose word nothing is complete. */
  static final Set<Source> TELLING =
      Arrays.stream(EventType.values())
          .map(EventType::source)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Source.class)));

  private final Clock clock;

  SentByServices(Clock clock) {
    this.clock = clock;
  }

  /** Keeps the latest of each; an older one that comes again takes nothing back. */
  void save(Connection tx, List<Incoming> records) throws SQLException {
    if (records.isEmpty()) {
      return;
    }
    Map<Source, Instant> latest = new EnumMap<>(Source.class);
    // By a clock that ran ahead once a service would be held for complete while it is away.
    Instant now = clock.instant();
    for (Incoming record : records) {
      try {
        Instant said = EventCodec.readSentUntil(record.value()).until();
        Instant until = said.isAfter(now) ? now : said;
        Source.of(record.source())
            .ifPresent(source -> latest.merge(source, until, SentByServices::later));
      } catch (UnreadableEvent | PoisonRecord unreadable) {
        // The next one says all of it anew: nothing waits behind it.
        LOG.warn("Until when a service has sent its facts cannot be read", unreadable);
      }
    }
    if (latest.isEmpty()) {
      return;
    }
    try (PreparedStatement upsert =
        tx.prepareStatement(
            "INSERT INTO log_sent_until (source, sent_until) VALUES (?, ?)"
                + " ON CONFLICT (source) DO UPDATE"
                + " SET sent_until = greatest(log_sent_until.sent_until, excluded.sent_until)")) {
      for (Map.Entry<Source, Instant> one : latest.entrySet()) {
        upsert.setString(1, one.getKey().uri());
        upsert.setObject(2, one.getValue().atOffset(ZoneOffset.UTC));
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** What each was last heard to have sent. */
  public Map<Source, Instant> heard(Connection connection) throws SQLException {
    Map<Source, Instant> heard = new EnumMap<>(Source.class);
    try (PreparedStatement select =
            connection.prepareStatement("SELECT source, sent_until FROM log_sent_until");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        Instant until = rows.getObject(2, OffsetDateTime.class).toInstant();
        Source.of(rows.getString(1)).ifPresent(source -> heard.put(source, until));
      }
    }
    return heard;
  }

  /** Until when all of them have sent everything; null while one of them was never heard. */
  static Instant byAll(Map<Source, Instant> heard) {
    return heard.keySet().containsAll(TELLING)
        ? TELLING.stream().map(heard::get).min(Instant::compareTo).orElseThrow()
        : null;
  }

  /** False before every service has said anything, as until the last of them is upgraded. */
  public boolean allHeard(Connection connection) throws SQLException {
    return heard(connection).keySet().containsAll(TELLING);
  }

  /** Those that have not said that they have sent all until then. */
  public static List<Source> missing(Map<Source, Instant> heard, Instant until) {
    return TELLING.stream()
        .filter(one -> !heard.containsKey(one) || heard.get(one).isBefore(until))
        .toList();
  }
}
