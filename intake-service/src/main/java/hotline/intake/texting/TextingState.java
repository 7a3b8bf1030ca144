package hotline.intake.texting;

import hotline.access.NotFound;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the gateway does, and what it did not take: for who runs the system, without any text. */
@ApplicationScoped
public class TextingState {
  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  /**
   * A message that the network did not take.
   *
   * @param reason a code of the network or the gateway; null where there is none
   */
  @Schema(name = "FailedTextMessage")
  public record Failed(
      UUID id, String caseNo, TextKind kind, TextState state, String reason, Instant endedAt) {}

  /**
   * Where it stands.
   *
   * @param on whether a gateway is configured
   * @param connectedSince of the instance that answers; null while it is not connected
   * @param failedToday on this day of the city
   * @param total of those that failed, on whichever day
   * @param failed the last first
   */
  @Schema(name = "TextingState")
  public record State(
      boolean on,
      Instant connectedSince,
      long waiting,
      long failedToday,
      long total,
      List<Failed> failed) {}

  private final TextSettings settings;
  private final TextSender sender;
  private final JoinedConnection database;
  private final Clock clock;

  @Inject
  TextingState(TextSettings settings, TextSender sender, JoinedConnection database, Clock clock) {
    this.settings = settings;
    this.sender = sender;
    this.database = database;
    this.clock = clock;
  }

  @Transactional
  State read(int limit, long offset) {
    Instant today = clock.instant().atZone(CITY).toLocalDate().atStartOfDay(CITY).toInstant();
    return database.call(
        tx -> {
          TextStore.Figures figures = TextStore.figures(tx, today);
          return new State(
              settings.on(),
              sender.connectedSince(),
              figures.waiting(),
              figures.failedToday(),
              figures.failed(),
              TextStore.failed(tx, limit, offset));
        });
  }

  /** What failed waits once more; refuses with 404 what does not stand there. */
  @Transactional
  void again(UUID messageId) {
    Instant now = clock.instant();
    boolean waits =
        settings.on()
            && database.call(tx -> TextStore.again(tx, messageId, now, settings.expiry(now)));
    if (!waits) {
      throw new NotFound("未送达的短信", "failed message");
    }
  }
}
