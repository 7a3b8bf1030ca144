package hotline.intake.texting;

import hotline.access.NotFound;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
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
   * @param mayGo whether it still makes sense, and can be sent again
   */
  @Schema(name = "FailedTextMessage")
  public record Failed(
      UUID id,
      String caseNo,
      TextKind kind,
      TextState state,
      String reason,
      Instant endedAt,
      boolean mayGo) {}

  /**
   * Where it stands.
   *
   * @param on whether a gateway is configured
   * @param connectedSince of the instance that answers; null while it is not connected
   * @param failedToday on this day of the city
   * @param count of those that failed, on whichever day
   * @param items those, the last first
   */
  @Schema(name = "TextingState")
  public record State(
      boolean on,
      Instant connectedSince,
      long waiting,
      long failedToday,
      List<Failed> items,
      long count,
      String nextCursor) {}

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
  State read(PageRequest page) {
    Position from = Position.of(page);
    Instant now = clock.instant();
    Instant today = now.atZone(CITY).toLocalDate().atStartOfDay(CITY).toInstant();
    return database.call(
        tx -> {
          TextStore.Figures figures = TextStore.figures(tx, today);
          List<Failed> found =
              TextStore.failed(tx, from.before(), from.beforeId(), page.limit() + 1, now);
          Page<Failed> failed = Page.of(found, figures.failed(), page, Position::after);
          return new State(
              settings.on(),
              sender.connectedSince(),
              figures.waiting(),
              figures.failedToday(),
              failed.items(),
              failed.count(),
              failed.nextCursor());
        });
  }

  /** Behind which row a page begins: what fails meanwhile moves nothing. */
  private record Position(Instant before, UUID beforeId) {
    private static final Position START =
        new Position(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    static Position of(PageRequest page) {
      if (page.cursor() == null) {
        return START;
      }
      try {
        int dash = page.cursor().indexOf('_');
        Position told =
            new Position(
                Instant.parse(page.cursor().substring(0, dash)),
                UUID.fromString(page.cursor().substring(dash + 1)));
        if (told.before().isBefore(Instant.EPOCH) || told.before().isAfter(START.before())) {
          throw page.badCursor();
        }
        return told;
      } catch (RuntimeException notOurs) {
        throw page.badCursor();
      }
    }

    static String after(Failed last) {
      return last.endedAt() + "_" + last.id();
    }
  }

  /**
   * What failed waits once more; refuses with 404 what does not stand there, and with {@link
   * NotSentAgain} what makes no sense any more.
   */
  @Transactional
  void again(UUID messageId) {
    Instant now = clock.instant();
    boolean there = settings.on() && database.call(tx -> TextStore.hasFailed(tx, messageId));
    if (!there) {
      throw new NotFound("未送达的短信", "failed message");
    }
    if (!database.call(tx -> TextStore.again(tx, messageId, now))) {
      throw new NotSentAgain();
    }
  }
}
