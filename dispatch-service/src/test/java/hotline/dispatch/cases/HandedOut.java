package hotline.dispatch.cases;

import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.directory.City;
import hotline.dispatch.limits.Policies;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseDispatched;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.Channel;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A case that a unit got on Monday, 9 November 2026, at 10:00 in Shanghai. */
public final class HandedOut {

  public static final Instant MONDAY = Instant.parse("2026-11-09T02:00:00Z");

  private HandedOut() {}

  public static HandledCase registered() {
    return HandledCase.registered(
        UUID.randomUUID(),
        "2611090000174",
        new CaseRegistered(
            CaseKind.HELP,
            Urgency.NORMAL,
            Channel.PHONE,
            "010101",
            "370281001",
            "/3702/370281/370281001",
            MONDAY,
            false,
            false,
            true,
            null,
            null,
            null,
            true),
        MONDAY);
  }

  public static HandledCase caseOfCg() {
    HandledCase of = registered();
    of.hear(
        new CaseAccepted(
            CaseKind.HELP,
            Urgency.NORMAL,
            "010101",
            "370281001",
            "/3702/370281/370281001",
            MONDAY,
            false));
    of.say(new CaseDispatched(1, "cg", List.of(), false, null, null), Cause.bySystem(MONDAY, null));
    of.giveTo(1, "cg", 0);
    return of;
  }

  public static Assignment contacted(HandledCase of, Instant at) {
    Assignment task =
        Assignment.open(
            of,
            1,
            AssignmentRole.LEAD,
            City.directory().unit("cg").orElseThrow(),
            Policies.shipped().limits(CaseKind.HELP, Urgency.NORMAL, 1),
            MONDAY,
            Policies.rules());
    task.sign("clerk", at, Policies::rules);
    task.contact(ContactResult.REACHED, at, Policies::rules);
    return task;
  }
}
