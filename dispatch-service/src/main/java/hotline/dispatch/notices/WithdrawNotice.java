package hotline.dispatch.notices;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A notice is taken back, with a reason (撤回责任单). */
@ApplicationScoped
public class WithdrawNotice {

  private static final int LONGEST = 1_000;

  private final NoticeRepository notices;
  private final CaseLog log;
  private final Clock clock;

  WithdrawNotice(NoticeRepository notices, CaseLog log, Clock clock) {
    this.notices = notices;
    this.log = log;
    this.clock = clock;
  }

  /** Why it is taken back. */
  @Schema(name = "NoticeWithdrawalEntry")
  public record Entry(String reason) {

    void check() {
      new Violations().required(reason, "reason").atMost(reason, LONGEST, "reason").throwIfAny();
    }
  }

  @Transactional
  public ResponsibilityNotice withdraw(Actor actor, UUID noticeId, IfMatch expected, Entry entry) {
    entry.check();
    NoticeRepository.Held held = notices.lock(noticeId);
    expected.check(held.notice().version());
    Cause cause = Cause.by(actor, clock);
    Fact fact =
        held.handledCase().say(held.notice().withdraw(entry.reason().strip(), cause), cause);
    held.handledCase().supervision().noticeEnded();
    notices.flush();
    log.append(List.of(fact));
    return held.notice();
  }
}
