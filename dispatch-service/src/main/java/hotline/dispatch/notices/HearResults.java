package hotline.dispatch.notices;

import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LifecycleEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Cases have ended: their notices close, or wait to be taken back when nobody will rate them. */
@ApplicationScoped
public class HearResults {

  private final NoticeRepository notices;
  private final CaseLog log;

  HearResults(NoticeRepository notices, CaseLog log) {
    this.notices = notices;
    this.log = log;
  }

  /** A case that is over, and the fact that ended it. */
  public record End(HandledCase handledCase, LifecycleEvent event, UUID eventId, Instant at) {}

  /** The rows of the cases are locked. */
  public void hear(Collection<End> ends, Instant now) {
    Map<UUID, End> byCase = new HashMap<>();
    ends.stream()
        .filter(end -> end.handledCase().supervision().openNotice())
        .forEach(end -> byCase.put(end.handledCase().caseId(), end));
    if (byCase.isEmpty()) {
      return;
    }
    List<Fact> facts = new ArrayList<>();
    for (ResponsibilityNotice notice : notices.openOf(byCase.keySet())) {
      End end = byCase.get(notice.caseId());
      Cause cause = Cause.bySystem(now, end.eventId());
      notice
          .hear(result(end.event()), cause.actor(), end.at())
          .ifPresent(
              closed -> {
                end.handledCase().supervision().noticeEnded();
                facts.add(end.handledCase().say(closed, cause));
              });
    }
    notices.flush();
    log.append(facts);
  }

  /** Cases that are handled again: their open notices wait for the result of that. */
  public void handledAgain(Collection<HandledCase> cases) {
    List<UUID> withNotice =
        cases.stream()
            .filter(one -> one.supervision().openNotice())
            .map(HandledCase::caseId)
            .toList();
    if (!withNotice.isEmpty()) {
      notices.openOf(withNotice).forEach(ResponsibilityNotice::awaitAnotherResult);
      notices.flush();
    }
  }

  private static CaseResult result(LifecycleEvent event) {
    return event instanceof CaseClosed closed
        ? NoticeMoves.result(closed.closedBy())
        : CaseResult.UNRATED;
  }
}
