package hotline.lifecycle;

import java.util.List;
import java.util.Map;

/** The topics of the log: names, partitions and how long each is kept. */
public final class Topics {

  /** All facts about all cases, keyed by case id, kept for ever. */
  public static final String CASE_LIFECYCLE = "hotline.case-lifecycle.v1";

  /** The text of each case, keyed by case id, compacted; restricted. */
  public static final String CASE_FILE = "hotline.case-file.v1";

  /** What units answered each citizen, keyed by case id, compacted; restricted. */
  public static final String PUBLIC_REPLY = "hotline.public-reply.v1";

  /** Units, places and categories, keyed by entity, compacted. */
  public static final String DIRECTORY = "hotline.directory.v1";

  /** The work calendar in force, as {@link CalendarInForce}. */
  public static final String CALENDAR = "hotline.calendar.v1";

  /**
   * What was published of scores and rankings, as {@link RankingEdition}, keyed by the period, kept
   * for ever.
   */
  public static final String SCORE = "hotline.score.v1";

  /**
   * Until when each service has sent all it recorded, as {@link SentUntil}, keyed by its source.
   */
  public static final String SENT_UNTIL = "hotline.sent-until.v1";

  private static final int PARTITIONS = 12;
  private static final String NINETY_DAYS = Long.toString(90L * 24 * 60 * 60 * 1000);

  private static final String ONE_HOUR = Long.toString(60L * 60 * 1000);

  // Also where the broker limits the size of its topics.
  private static final Map<String, String> FOR_EVER =
      Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");

  private Topics() {}

  /** Name, partitions and broker settings of a topic. */
  public record Topic(String name, int partitions, Map<String, String> settings) {}

  /** Where a service puts records that it cannot apply. */
  public static String deadLetter(Source service) {
    return "hotline." + service.name().toLowerCase(java.util.Locale.ROOT) + ".dead-letter.v1";
  }

  /** Every topic that the services write, with its settings. */
  public static List<Topic> all() {
    return List.of(
        new Topic(CASE_LIFECYCLE, PARTITIONS, FOR_EVER),
        new Topic(CASE_FILE, PARTITIONS, Map.of("cleanup.policy", "compact")),
        new Topic(PUBLIC_REPLY, PARTITIONS, Map.of("cleanup.policy", "compact")),
        new Topic(DIRECTORY, 1, Map.of("cleanup.policy", "compact")),
        new Topic(CALENDAR, 1, Map.of("cleanup.policy", "compact")),
        new Topic(SCORE, 1, FOR_EVER),
        // A part that is being written is never compacted: none grows for days.
        new Topic(SENT_UNTIL, 1, Map.of("cleanup.policy", "compact", "segment.ms", ONE_HOUR)),
        deadLetterTopic(Source.INTAKE),
        deadLetterTopic(Source.DISPATCH),
        deadLetterTopic(Source.EVALUATION),
        deadLetterTopic(Source.REPORTING));
  }

  private static Topic deadLetterTopic(Source service) {
    return new Topic(
        deadLetter(service), 1, Map.of("cleanup.policy", "delete", "retention.ms", NINETY_DAYS));
  }
}
