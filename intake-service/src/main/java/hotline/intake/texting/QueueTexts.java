package hotline.intake.texting;

import hotline.intake.cases.HotlineCase;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.intake.vault.CaseKey;
import hotline.intake.vault.Contact;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.PhoneNumber;
import hotline.lifecycle.CaseMoves;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Channel;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Urgency;
import hotline.lifecycle.Uuid7;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes messages to citizens into the queue, in the transaction of what causes them. */
@ApplicationScoped
public class QueueTexts {
  /** The cause of the first acknowledgement; a later one counts on from it. */
  static final String REGISTRATION = "registration";

  /** The cause of what the callers of an incident are told begins with it. */
  public static final String INCIDENT = "incident-";

  /** So many cases are named in one message; it becomes too long with more. */
  private static final int MOST_IN_ONE = 8;

  /** A case that was just registered, with the code that is told once. */
  public record NewCase(HotlineCase hotlineCase, String code, Contact reporter) {}

  /** That the promised day has become a later one than the first, and by what. */
  public record Postponed(Fact fact, Instant first, Instant until) {}

  private final TextSettings settings;
  private final ContactVault vault;
  private final Directories directories;
  private final JoinedConnection database;
  private final Clock clock;

  @Inject
  QueueTexts(
      TextSettings settings,
      ContactVault vault,
      Directories directories,
      JoinedConnection database,
      Clock clock) {
    this.settings = settings;
    this.vault = vault;
    this.directories = directories;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Number and query code of new cases: at once to who is on the telephone, to others not at night.
   * Whose case the system before this one handed over has its number, and did not ask today.
   *
   * @param keys of the vault, by case
   * @return whether the citizen is written to, by case; nothing of what was handed over
   */
  public Map<UUID, AcknowledgementText> registered(
      List<NewCase> newCases, Map<UUID, CaseKey> keys, Instant now) {
    return acknowledge(newCases, keys, false, now);
  }

  /** The same of cases that were split off one call: one message names them all. */
  public Map<UUID, AcknowledgementText> splitOff(
      List<NewCase> newCases, Map<UUID, CaseKey> keys, Instant now) {
    boolean together = newCases.size() > 1 && newCases.size() <= MOST_IN_ONE;
    return acknowledge(newCases, keys, together, now);
  }

  private Map<UUID, AcknowledgementText> acknowledge(
      List<NewCase> newCases, Map<UUID, CaseKey> keys, boolean together, Instant now) {
    Map<UUID, AcknowledgementText> told = new HashMap<>();
    List<QueuedText> texts = new ArrayList<>();
    for (NewCase one : newCases) {
      PhoneNumber to = one.reporter().mobile();
      HotlineCase about = one.hotlineCase();
      boolean handedOver = about.origin() != null && !about.origin().isPaper();
      if (!settings.on()) {
        told.put(about.id(), AcknowledgementText.OFF);
      } else if (to == null) {
        told.put(about.id(), AcknowledgementText.NO_MOBILE);
      } else if (!handedOver) {
        told.put(about.id(), AcknowledgementText.ON_ITS_WAY);
        texts.add(
            together && texts.isEmpty()
                ? acknowledgement(one, to, keys, allOf(newCases), allCodesOf(newCases), false, now)
                : acknowledgement(
                    one,
                    to,
                    keys,
                    settings.words().registered(about.caseNo(), promisedWorkdays(about)),
                    one.code(),
                    together,
                    now));
      }
    }
    queue(texts).forEach(caseId -> told.put(caseId, AcknowledgementText.STOPPED));
    return told;
  }

  /**
   * What endangers somebody is acted upon, and what another body has it answers: no answer is
   * promised of it, nor of what has its answer. Said the same whenever a case is acknowledged.
   */
  Integer promisedWorkdays(HotlineCase about) {
    boolean answeredElsewhere =
        about.subject().urgency() == Urgency.CRITICAL
            || about.status() == CaseStatus.TRANSFERRED_OUT
            || about.status() == CaseStatus.ANSWERED_DIRECT
            || CaseMoves.over(about.status());
    return answeredElsewhere ? null : settings.promisedWorkdays();
  }

  private String allOf(List<NewCase> newCases) {
    return settings
        .words()
        .splitOff(
            newCases.stream().map(one -> one.hotlineCase().caseNo()).toList(),
            newCases.stream().allMatch(one -> promisedWorkdays(one.hotlineCase()) != null)
                ? settings.promisedWorkdays()
                : null);
  }

  private static String allCodesOf(List<NewCase> newCases) {
    return newCases.stream().map(NewCase::code).collect(Collectors.joining(" "));
  }

  private QueuedText acknowledgement(
      NewCase one,
      PhoneNumber to,
      Map<UUID, CaseKey> keys,
      String text,
      String code,
      boolean together,
      Instant now) {
    HotlineCase about = one.hotlineCase();
    boolean calling = about.subject().channel() == Channel.PHONE && about.origin() == null;
    return new QueuedText(
        Uuid7.at(now),
        about.id(),
        TextKind.REGISTERED,
        REGISTRATION,
        null,
        vault.searchHash(to),
        keys.get(about.id()),
        text,
        code,
        now,
        calling ? now : settings.quietHours().outside(now),
        settings.expiry(now),
        calling ? settings.awakeUntil(now) : null,
        together);
  }

  /**
   * What other services did, of cases that moved by it; nothing of what is too old to be written
   * of, as after a long time without the log.
   *
   * @param postponed where the promised day became a later one without an extension
   */
  public void followed(Connection tx, List<Fact> facts, List<Postponed> postponed)
      throws SQLException {
    if (!settings.on()) {
      return;
    }
    Instant now = clock.instant();
    List<TextOccasion> occasions =
        Stream.concat(
                facts.stream().map(TextOccasion::of).flatMap(Optional::stream),
                postponed.stream()
                    .map(one -> TextOccasion.postponed(one.fact(), one.first(), one.until())))
            .filter(one -> settings.expiry(one.at()).isAfter(now))
            .toList();
    if (occasions.isEmpty()) {
      return;
    }
    List<UUID> ids = occasions.stream().map(TextOccasion::caseId).distinct().toList();
    Map<UUID, TextStore.Addressee> about = TextStore.addressees(tx, ids);
    // Whose entry cannot be opened is not written to; what happened is followed all the same.
    Map<UUID, ContactVault.Keyed> known = vault.readable(ids);
    Directory directory = directories.current();
    List<QueuedText> texts = new ArrayList<>();
    for (TextOccasion one : occasions) {
      ContactVault.Keyed keyed = known.get(one.caseId());
      TextStore.Addressee to = about.get(one.caseId());
      // Who wants no callback is not asked by message either.
      boolean asked = one.kind() != TextKind.RATING_ASKED || to.wantsCallback();
      if (keyed != null && keyed.contact().mobile() != null && asked) {
        texts.add(text(one, words(one, to, directory), keyed.contact().mobile(), keyed.key(), now));
      }
    }
    queue(texts);
  }

  /** An answer to a reply. */
  void answer(UUID caseId, String cause, PhoneNumber to, CaseKey key, String text, Instant now) {
    queue(
        List.of(
            new QueuedText(
                Uuid7.at(now),
                caseId,
                TextKind.ANSWER,
                cause,
                null,
                vault.searchHash(to),
                key,
                text,
                null,
                now,
                now,
                settings.expiry(now),
                settings.awakeUntil(now),
                false)));
  }

  /** Whether this centre sends messages. */
  public boolean on() {
    return settings.on();
  }

  /**
   * The same words to the citizens of many cases, one message for each number and not at night.
   * Whose entry cannot be opened is not written to. As an answer, a kind that instances of before
   * send too.
   *
   * @param caseIds whoever has several is told of the first of them
   * @param cause begins with {@link #INCIDENT}; told once of each case
   * @return to how many numbers it goes, without those that want no messages
   */
  public int tellAll(List<UUID> caseIds, String cause, String message, Instant now) {
    Map<UUID, ContactVault.Keyed> known = vault.readable(caseIds);
    Map<UUID, TextStore.Addressee> about =
        database.call(tx -> TextStore.addressees(tx, known.keySet()));
    Map<PhoneNumber, QueuedText> texts = new LinkedHashMap<>();
    for (UUID caseId : caseIds) {
      ContactVault.Keyed keyed = known.get(caseId);
      PhoneNumber to = keyed == null ? null : keyed.contact().mobile();
      if (to != null && !texts.containsKey(to)) {
        texts.put(
            to,
            new QueuedText(
                Uuid7.at(now),
                caseId,
                TextKind.ANSWER,
                cause,
                null,
                vault.searchHash(to),
                keyed.key(),
                settings.words().ofIncident(about.get(caseId).caseNo(), message),
                null,
                now,
                settings.quietHours().outside(now),
                settings.expiry(now),
                null,
                false));
      }
    }
    return texts.size() - queue(List.copyOf(texts.values())).size();
  }

  private QueuedText text(
      TextOccasion about, String text, PhoneNumber to, CaseKey key, Instant now) {
    return new QueuedText(
        Uuid7.at(now),
        about.caseId(),
        about.kind(),
        about.cause(),
        about.round(),
        vault.searchHash(to),
        key,
        text,
        null,
        now,
        settings.quietHours().outside(now),
        settings.expiry(about.at()),
        null,
        false);
  }

  private String words(TextOccasion one, TextStore.Addressee to, Directory directory) {
    TextWords words = settings.words();
    return switch (one.kind()) {
      case DISPATCHED ->
          words.dispatched(
              to.caseNo(),
              // Of a case in confidence a look at the telephone would say whom it is about.
              to.confidential()
                  ? null
                  : directory.unit(one.unitId()).map(unit -> unit.nameZh()).orElse(null),
              one.until());
      case EXTENDED ->
          one.isPostponed()
              ? words.postponed(to.caseNo(), one.first(), one.until())
              : words.extended(to.caseNo(), one.until());
      case RATING_ASKED -> words.ratingAsked(to.caseNo(), one.round() == 0);
      case CLOSED -> words.closed(to.caseNo(), one.until());
      case REGISTERED, ANSWER -> throw new IllegalArgumentException(one.kind().name());
    };
  }

  /**
   * @return the cases whose number wants no messages: what is queued for them is kept, not sent
   */
  Set<UUID> queue(List<QueuedText> texts) {
    return texts.isEmpty() ? Set.of() : database.call(tx -> TextStore.queue(tx, texts));
  }
}
