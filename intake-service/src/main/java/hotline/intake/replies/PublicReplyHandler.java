package hotline.intake.replies;

import hotline.intake.vault.Contact;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.ReplyMask;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.PublicReply;
import hotline.lifecycle.PublicReply.Answer;
import hotline.lifecycle.UnreadableEvent;
import hotline.relay.Incoming;
import hotline.relay.PoisonRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes over what units answered citizens (公开答复), with the names and numbers of those who reported
 * taken out: one poll, at most five statements. It may come before or after the event that speaks
 * of it; whether it is shown is decided when somebody asks.
 */
@ApplicationScoped
public class PublicReplyHandler {
  private final ContactVault vault;
  private final Clock clock;

  @Inject
  PublicReplyHandler(ContactVault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  public void apply(Connection tx, List<Incoming> records) throws SQLException {
    Map<UUID, Optional<PublicReply>> newest = newest(records);
    Map<UUID, Boolean> erasedBefore = ReplyStore.known(tx, newest.keySet());
    List<UUID> erased = new ArrayList<>();
    List<PublicReply> said = new ArrayList<>();
    newest.forEach(
        (caseId, reply) -> {
          Boolean gone = erasedBefore.get(caseId);
          if (gone == null && reply.isPresent()) {
            throw new PoisonRecord("UNKNOWN_CASE", "Intake never registered case " + caseId);
          }
          if (Boolean.FALSE.equals(gone)) {
            reply.ifPresentOrElse(said::add, () -> erased.add(caseId));
          }
        });
    if (!erased.isEmpty()) {
      ReplyStore.erase(tx, erased, clock.instant());
    }
    if (!said.isEmpty()) {
      ReplyStore.keep(tx, masked(said));
    }
  }

  /** A tombstone is newer than every text. */
  private static Map<UUID, Optional<PublicReply>> newest(List<Incoming> records) {
    Map<UUID, Optional<PublicReply>> newest = new LinkedHashMap<>();
    for (Incoming record : records) {
      try {
        newest.merge(caseId(record), read(record), PublicReplyHandler::later);
      } catch (UnreadableEvent | IllegalArgumentException unreadable) {
        throw new PoisonRecord("UNREADABLE", unreadable.getMessage(), unreadable);
      }
    }
    return newest;
  }

  private static UUID caseId(Incoming record) {
    if (record.key() == null) {
      throw new PoisonRecord("KEY_MISSING", "A reply has no key");
    }
    return UUID.fromString(record.key());
  }

  private static Optional<PublicReply> later(
      Optional<PublicReply> one, Optional<PublicReply> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    return one.get().version() > other.get().version() ? one : other;
  }

  private static Optional<PublicReply> read(Incoming record) {
    if (record.value() == null) {
      return Optional.empty();
    }
    PublicReply reply = EventCodec.readPublicReply(record.value());
    if (reply.caseId() == null || !reply.caseId().toString().equals(record.key())) {
      throw new UnreadableEvent("The reply is not to the case that is its key");
    }
    if (reply.answers() == null
        || reply.answers().stream().anyMatch(one -> one == null || one.passedAt() == null)) {
      throw new UnreadableEvent("A reply does not say what was answered, or since when");
    }
    return Optional.of(reply);
  }

  private List<UnitReply> masked(List<PublicReply> said) {
    Set<UUID> reporters = new HashSet<>();
    for (PublicReply one : said) {
      reporters.add(one.caseId());
      reporters.addAll(others(one));
    }
    Map<UUID, Contact> known = vault.contacts(reporters);
    Map<Set<UUID>, ReplyMask> masks = new HashMap<>();
    List<UnitReply> replies = new ArrayList<>();
    for (PublicReply one : said) {
      Optional<ReplyMask> mask = mask(one, known, masks);
      for (Answer answer : one.answers()) {
        replies.add(
            new UnitReply(
                one.caseId(),
                answer.round(),
                answer.unitId(),
                answer.withMain(),
                answer.repliedAt(),
                answer.passedAt(),
                mask.map(of -> of.mask(answer.text(), one.caseId())).orElse(null)));
      }
    }
    return replies;
  }

  /**
   * The same for all who are answered together; empty where somebody who may be named is no longer
   * in the vault.
   */
  private static Optional<ReplyMask> mask(
      PublicReply said, Map<UUID, Contact> known, Map<Set<UUID>, ReplyMask> masks) {
    Set<UUID> asked = new HashSet<>(others(said));
    asked.add(said.caseId());
    if (!known.keySet().containsAll(asked)) {
      return Optional.empty();
    }
    return Optional.of(
        masks.computeIfAbsent(
            asked,
            ids -> new ReplyMask(ids.stream().collect(Collectors.toMap(id -> id, known::get)))));
  }

  private static List<UUID> others(PublicReply said) {
    return said.handledWith() == null ? List.of() : said.handledWith();
  }
}
