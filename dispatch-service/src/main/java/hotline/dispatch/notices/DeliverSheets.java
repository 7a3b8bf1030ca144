package hotline.dispatch.notices;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.Violations;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.lifecycle.Fact;
import hotline.lifecycle.NoticeCopy;
import hotline.lifecycle.NoticeDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The supervisor delivers copies (送达), several at once when they go the same way. */
@ApplicationScoped
public class DeliverSheets {

  private static final int LONGEST = 500;

  private final NoticeRepository notices;
  private final CaseLog log;
  private final Clock clock;

  DeliverSheets(NoticeRepository notices, CaseLog log, Clock clock) {
    this.notices = notices;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Which copies and how.
   *
   * @param deliveredAt when they were handed over or posted; absent: now
   * @param note whom they were handed to, or the number of the letter
   */
  @Schema(name = "NoticeDeliveryEntry")
  public record Entry(
      List<NoticeCopy> copies, NoticeDelivery delivery, Instant deliveredAt, String note) {

    void check() {
      List<NoticeCopy> named = Objects.requireNonNullElse(copies, List.of());
      Violations wrong = new Violations();
      wrong
          .require(
              !named.isEmpty() && named.stream().noneMatch(Objects::isNull),
              "copies",
              "required",
              "请选择送达的联次。",
              "Choose the copies that are delivered.")
          .require(
              named.stream().distinct().count() == named.size(),
              "copies",
              "named-twice",
              "同一联只能送达一次。",
              "A copy is delivered only once.")
          .require(
              delivery != null,
              "delivery",
              "required",
              "请选择送达方式。",
              "Choose how they are delivered.")
          .require(
              delivery != NoticeDelivery.IN_SYSTEM || !named.contains(NoticeCopy.PETITIONER),
              "delivery",
              "petitioner-has-no-account",
              "诉求人没有系统账号，诉求人联须当面或邮寄送达。",
              "The petitioner has no account: that copy goes by hand or by post.")
          .require(
              delivery != NoticeDelivery.IN_SYSTEM || deliveredAt == null,
              "deliveredAt",
              "now-only",
              "系统送达即时生效，不填时间。",
              "In the system it is delivered now; leave the time out.")
          .require(
              delivery == null
                  || delivery == NoticeDelivery.IN_SYSTEM
                  || (note != null && !note.isBlank()),
              "note",
              "required",
              "请写明交给谁，或邮件号码。",
              "Say whom it was handed to, or the number of the letter.")
          .atMost(note, LONGEST, "note")
          .throwIfAny();
    }
  }

  @Transactional
  public ResponsibilityNotice deliver(Actor actor, UUID noticeId, IfMatch expected, Entry entry) {
    entry.check();
    NoticeRepository.Held held = notices.lock(noticeId);
    ResponsibilityNotice notice = held.notice();
    expected.check(notice.version());
    Cause cause = Cause.by(actor, clock);
    Instant at = deliveredAt(entry, notice, cause.at());
    String note = entry.note() == null || entry.note().isBlank() ? null : entry.note().strip();
    List<Fact> facts = new ArrayList<>();
    List<NoticeSheet> sheets = notices.sheets(List.of(noticeId));
    for (NoticeCopy copy : EnumSet.copyOf(entry.copies())) {
      NoticeSheet sheet =
          sheets.stream()
              .filter(one -> one.copy() == copy)
              .findFirst()
              .orElseThrow(NoticeRepository::unknown);
      facts.add(
          held.handledCase()
              .say(notice.deliver(sheet, entry.delivery(), note, cause.actor(), at), cause));
    }
    notices.flush();
    log.append(facts);
    return notice;
  }

  private static Instant deliveredAt(Entry entry, ResponsibilityNotice notice, Instant now) {
    if (entry.deliveredAt() == null) {
      return now;
    }
    Instant at = entry.deliveredAt().truncatedTo(ChronoUnit.MICROS);
    if (at.isAfter(now) || at.isBefore(notice.issuedAt().truncatedTo(ChronoUnit.MINUTES))) {
      throw new Invalid(
          "deliveredAt",
          "not-in-time",
          "送达时间应在责任单发出之后、现在之前。",
          "It is delivered after the notice was issued and not in the future.");
    }
    return at;
  }
}
