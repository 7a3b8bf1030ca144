package hotline.evaluation.cases;

import hotline.lifecycle.Answer;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentCreated;
import hotline.lifecycle.AssignmentReplySubmitted;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentSigned;
import hotline.lifecycle.CallbackOpened;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseDispatched;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseReopenRequested;
import hotline.lifecycle.Channel;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.Solved;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Cases as the rules about closed ones meet them. */
public final class HotlineCaseExamples {

  private static final Instant THEN = Instant.parse("2026-11-20T02:00:00Z");
  private static final Speaker SYSTEM = new Speaker("system", null, THEN, UUID.randomUUID());

  private HotlineCaseExamples() {}

  /** Handled by the unit cg, and closed. */
  public static HotlineCase closed(int round) {
    HotlineCase one = HotlineCase.unheard(UUID.randomUUID(), "2611230000017");
    UUID assignment = UUID.randomUUID();
    AssignmentRole lead = AssignmentRole.LEAD;
    for (LifecycleEvent event :
        List.of(
            new CaseRegistered(
                CaseKind.HELP,
                Urgency.NORMAL,
                Channel.PHONE,
                "010101",
                "370281001",
                "/3702",
                THEN,
                false,
                false,
                true,
                null,
                null,
                null,
                true),
            new CaseAccepted(
                CaseKind.HELP, Urgency.NORMAL, "010101", "370281001", "/3702", THEN, false),
            new CaseDispatched(round, "cg", List.of(), true, null, "1"),
            new AssignmentCreated(
                assignment, round, lead, "cg", "/center/cg", THEN, THEN, THEN, "1"),
            new AssignmentSigned(assignment, round, lead, "cg", THEN, false),
            new AssignmentReplySubmitted(assignment, round, lead, "cg", 1, true, THEN, false, 1),
            new AssignmentCompleted(
                assignment,
                round,
                lead,
                "cg",
                "/center/cg",
                1,
                true,
                "the handler",
                "the reviewer",
                THEN,
                THEN,
                false))) {
      if (!one.hear(event, "system").effective()) {
        throw new IllegalStateException(event.type() + " does not fit");
      }
    }
    one.say(new CallbackOpened(UUID.randomUUID(), round, "cg", THEN), SYSTEM);
    one.say(
        new CaseClosed(
            ClosedBy.EVALUATED,
            round,
            "cg",
            "/center/cg",
            Answer.YES,
            Solved.YES,
            Answer.YES,
            Answer.YES,
            Solved.YES,
            Answer.YES,
            THEN,
            true),
        SYSTEM);
    return one;
  }

  public static void reopened(HotlineCase closed) {
    closed.reopen(
        new CaseReopenRequested(ReopenReason.NEW_EVIDENCE, ReopenedBy.SUPERVISOR, THEN), SYSTEM);
  }
}
