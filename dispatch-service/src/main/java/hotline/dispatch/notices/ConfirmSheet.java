package hotline.dispatch.notices;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.Fact;
import hotline.lifecycle.NoticeCopy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A copy is confirmed (签收): by its recipient in the system, or on paper with what proves it. */
@ApplicationScoped
public class ConfirmSheet {

  private static final int LONGEST = 1_000;

  private final NoticeRepository notices;
  private final CaseLog log;
  private final Clock clock;

  ConfirmSheet(NoticeRepository notices, CaseLog log, Clock clock) {
    this.notices = notices;
    this.log = log;
    this.clock = clock;
  }

  /** What proves a receipt on paper, such as the signature on the counterfoil. */
  @Schema(name = "PaperReceiptEntry")
  public record Evidence(String evidence) {

    void check() {
      new Violations()
          .required(evidence, "evidence")
          .atMost(evidence, LONGEST, "evidence")
          .throwIfAny();
    }
  }

  @Transactional
  public ResponsibilityNotice byRecipient(
      Actor actor, UUID noticeId, NoticeCopy copy, IfMatch expected) {
    NoticeRepository.Held held = notices.lock(noticeId);
    NoticeSheet sheet = notices.sheet(noticeId, copy);
    sheet.requireRecipient(actor);
    expected.check(held.notice().version());
    return confirm(held, sheet, null, Cause.by(actor, clock));
  }

  @Transactional
  public ResponsibilityNotice onPaper(
      Actor actor, UUID noticeId, NoticeCopy copy, IfMatch expected, Evidence entry) {
    entry.check();
    NoticeRepository.Held held = notices.lock(noticeId);
    expected.check(held.notice().version());
    return confirm(
        held, notices.sheet(noticeId, copy), entry.evidence().strip(), Cause.by(actor, clock));
  }

  private ResponsibilityNotice confirm(
      NoticeRepository.Held held, NoticeSheet sheet, String evidence, Cause cause) {
    HandledCase of = held.handledCase();
    List<Fact> facts =
        held.notice().confirm(sheet, evidence, cause).stream()
            .map(event -> of.say(event, cause))
            .toList();
    if (held.notice().isOver()) {
      of.supervision().noticeEnded();
    }
    notices.flush();
    log.append(facts);
    return held.notice();
  }
}
