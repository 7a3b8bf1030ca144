package hotline.intake.texting;

import hotline.intake.cases.OwnRatingForm;
import hotline.intake.cases.RateCase;
import hotline.intake.texting.TextStore.Question;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.PhoneNumber;
import hotline.lifecycle.Channel;
import hotline.lifecycle.Uuid7;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A citizen answers a message (短信评价): a digit rates the round that was asked about, by the way of
 * the own page. What a number writes that no message went to is not kept.
 */
@ApplicationScoped
class HearReply {
  /** So often a number is answered within an hour: two machines must not talk for ever. */
  private static final int MOST_ANSWERS = 3;

  private static final Duration WITHIN = Duration.ofHours(1);
  // Where nothing names a reply the same words are the same one within this time, unless another
  // question went out between them.
  private static final long REPEATED_WITHIN_SECONDS = 60;

  /** So long the same words may be a reply that was counted already. */
  private static final Duration HANDED_OVER_AGAIN_WITHIN = Duration.ofHours(12);

  private static final int LONGEST = 1_000;

  private final TextSettings settings;
  private final QueueTexts queue;
  private final ContactVault vault;
  private final RateCase rateCase;
  private final JoinedConnection database;
  private final Clock clock;

  @Inject
  HearReply(
      TextSettings settings,
      QueueTexts queue,
      ContactVault vault,
      RateCase rateCase,
      JoinedConnection database,
      Clock clock) {
    this.settings = settings;
    this.queue = queue;
    this.vault = vault;
    this.rateCase = rateCase;
    this.database = database;
    this.clock = clock;
  }

  @Transactional
  public void hear(Arrival.Written written) {
    Optional<PhoneNumber> from = mobile(written.from());
    if (from.isPresent()) {
      database.call(
          tx -> {
            hear(tx, written, from.get());
            return null;
          });
    }
  }

  private void hear(Connection tx, Arrival.Written written, PhoneNumber from) throws SQLException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String text = plain(written.text());
    ReplyText told = ReplyText.read(text);
    byte[] number = vault.searchHash(from);
    if (told.stop()) {
      // Also where it is heard twice, or no message went there: nobody is written to against a
      // wish.
      StoppedNumbers.stop(tx, number, now);
    }
    Optional<TextStore.LastWritten> last = TextStore.lastWritten(tx, number);
    if (last.isEmpty()) {
      return;
    }
    List<Question> open = TextStore.questions(tx, number, settings.questionsSince(now));
    List<Question> meant = meant(told, open);
    // Where it is not clear which case is meant, the words lie with the one last written about.
    Question target = meant.size() == 1 ? meant.get(0) : null;
    UUID caseId = target == null ? last.get().caseId() : target.caseId();
    ContactVault.Keyed keyed = vault.readable(List.of(caseId)).get(caseId);
    if (keyed == null || !from.canonical().equals(canonical(keyed))) {
      return;
    }
    UUID id = Uuid7.at(now);
    UUID lastQuestion = TextStore.lastQuestion(tx, number);
    String key = replyKey(from, written, text, lastQuestion, now);
    String wordsKey = written.id() == null ? vault.replyDigest(from, "words " + text) : null;
    byte[] sealed = keyed.key().seal(part(id), text);
    boolean repeated =
        written.id() == null
            && ReplyRows.isHeard(
                tx,
                replyKey(
                    from, written, text, lastQuestion, now.minusSeconds(REPEATED_WITHIN_SECONDS)));
    if (repeated || !ReplyRows.hear(tx, id, caseId, key, wordsKey, sealed, now)) {
      return;
    }
    // A gateway that lost our answer hands the reply over again, after another question was sent.
    boolean perhapsAgain =
        wordsKey != null
            && told.isRating()
            && told.caseEnd() == null
            && ReplyRows.isRatedWith(tx, wordsKey, now.minus(HANDED_OVER_AGAIN_WITHIN));
    // Where nothing is open it is that one, and who was counted need not hear the contrary.
    boolean kept = written.continued() || (perhapsAgain && open.isEmpty());
    ReplyOutcome outcome =
        kept ? ReplyOutcome.KEPT : outcome(tx, told, open, perhapsAgain ? null : target, now);
    ReplyRows.outcome(tx, id, outcome);
    String answer =
        perhapsAgain && outcome == ReplyOutcome.AMBIGUOUS && target != null
            ? settings.words().sameAgain(target.caseNo())
            : answer(outcome, told, meant, open, last.get(), target);
    if (answer != null
        && TextStore.count(tx, number, TextKind.ANSWER, now.minus(WITHIN)) < MOST_ANSWERS) {
      queue.answer(caseId, id.toString(), from, keyed.key(), answer, now);
    }
  }

  private static String canonical(ContactVault.Keyed keyed) {
    PhoneNumber mobile = keyed.contact().mobile();
    return mobile == null ? null : mobile.canonical();
  }

  private static List<Question> meant(ReplyText told, List<Question> open) {
    return told.caseEnd() == null
        ? open
        : open.stream().filter(one -> one.caseNo().endsWith(told.caseEnd())).toList();
  }

  private ReplyOutcome outcome(
      Connection tx, ReplyText told, List<Question> open, Question target, Instant now)
      throws SQLException {
    if (told.stop()) {
      return ReplyOutcome.STOPPED;
    }
    if (!told.isRating()) {
      // Thanks for another message need no answer.
      return open.isEmpty() ? ReplyOutcome.KEPT : ReplyOutcome.NOT_UNDERSTOOD;
    }
    if (open.isEmpty()) {
      return ReplyOutcome.TOO_LATE;
    }
    if (target == null) {
      return ReplyOutcome.AMBIGUOUS;
    }
    TextStore.answered(tx, target.caseId(), target.round(), now);
    OwnRatingForm form = told.digit().form(target.round(), told.words());
    return rateCase.rateIfAsked(target.caseId(), form, Channel.SMS)
        ? ReplyOutcome.RATED
        : ReplyOutcome.TOO_LATE;
  }

  /** Null where none is needed. */
  private String answer(
      ReplyOutcome outcome,
      ReplyText told,
      List<Question> meant,
      List<Question> open,
      TextStore.LastWritten last,
      Question target) {
    TextWords words = settings.words();
    List<String> waiting = open.stream().map(Question::caseNo).sorted().toList();
    return switch (outcome) {
      case AMBIGUOUS ->
          told.caseEnd() == null || !meant.isEmpty()
              ? words.whichOne(waiting)
              : words.unknownEnd(waiting);
      case NOT_UNDERSTOOD -> words.notUnderstood(open.stream().allMatch(one -> one.round() == 0));
      case TOO_LATE -> words.notNow(target == null ? last.caseNo() : target.caseNo());
      case RATED, KEPT, STOPPED -> null;
    };
  }

  private String replyKey(
      PhoneNumber from,
      Arrival.Written written,
      String text,
      UUID lastQuestion,
      Instant receivedAt) {
    return vault.replyDigest(
        from,
        written.id() != null
            ? "id " + written.id()
            : "at "
                + receivedAt.getEpochSecond() / REPEATED_WITHIN_SECONDS
                + ' '
                + lastQuestion
                + ' '
                + text);
  }

  /** Under which name a reply is sealed. */
  static String part(UUID replyId) {
    return "text-reply-" + replyId;
  }

  /** Gateways name a number with the code of the country or without. */
  private static Optional<PhoneNumber> mobile(String from) {
    String digits = from == null ? "" : from.replaceAll("^(?:\\+|00)", "");
    String national =
        digits.length() == 13 && digits.startsWith("86") ? digits.substring(2) : digits;
    return PhoneNumber.parse(national).filter(PhoneNumber::isMobile);
  }

  private static String plain(String written) {
    String limited = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
    return limited.replaceAll("\\p{Cntrl}", " ").replaceAll("\\p{Cs}", "").strip();
  }
}
