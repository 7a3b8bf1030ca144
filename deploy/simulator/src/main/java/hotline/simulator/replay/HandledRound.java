package hotline.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.simulator.api.Api;
import hotline.simulator.api.GaveUp;
import hotline.simulator.api.Person;
import hotline.simulator.api.Refused;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** One round of handling: the lead assignment and what is done with it. */
final class HandledRound {

  private static final Duration LOOK_ELSEWHERE = Duration.ofSeconds(2);
  private static final Duration MANUAL = Duration.ofMillis(600);
  private static final int PATIENCE = 120;
  private static final int TRIES = 6;

  private final Api api;
  private final CaseLoop loop;
  private final int round;
  private final String id;
  private String status;
  private long version;

  private HandledRound(Api api, CaseLoop loop, int round, JsonNode assignment) {
    this.api = api;
    this.loop = loop;
    this.round = round;
    this.id = assignment.path("assignmentId").asText();
    see(assignment);
  }

  private void see(JsonNode assignment) {
    status = assignment.path("status").asText();
    version = assignment.path("version").asLong();
  }

  /** Waits for the assignment; a case that no rule dispatches is dispatched by hand. */
  static HandledRound await(Desks desks, CaseLoop loop, String caseId, int round)
      throws InterruptedException {
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      boolean manualPossible = round == 1 && attempt == 0;
      JsonNode item = desks.toSign().await(caseId, round, manualPossible ? MANUAL : LOOK_ELSEWHERE);
      if (item == null) {
        item = lookUp(desks, loop, caseId, round);
      }
      if (item != null) {
        return new HandledRound(desks.api(), loop, round, item);
      }
    }
    throw new GaveUp("没有承办任务 / No assignment of case " + caseId + " in round " + round, null);
  }

  private static JsonNode lookUp(Desks desks, CaseLoop loop, String caseId, int round)
      throws InterruptedException {
    try {
      JsonNode seen = desks.api().get(Person.DISPATCHER, "/dispatch/api/cases/" + caseId);
      for (JsonNode assignment : seen.path("assignments")) {
        if (assignment.path("round").asInt() == round
            && !assignment.path("role").asText().equals("CO")) {
          return assignment;
        }
      }
    } catch (Refused notYet) {
      if (notYet.status() != 404) {
        throw notYet;
      }
      return null;
    }
    JsonNode pending = round == 1 ? desks.pending().await(caseId, 1, MANUAL) : null;
    if (pending != null) {
      dispatch(desks.api(), loop, caseId, pending);
    }
    return null;
  }

  private static void dispatch(Api api, CaseLoop loop, String caseId, JsonNode pending)
      throws InterruptedException {
    String suggested = pending.path("suggestion").path("unitId").asText("");
    String district = "d" + pending.path("placeCode").asText("370202").substring(0, 6);
    try {
      api.post(
          Person.DISPATCHER,
          "/dispatch/api/cases/" + caseId + "/dispatch",
          loop.key("dispatch"),
          pending.path("version").asLong(),
          Map.of("leadUnitId", suggested.isEmpty() ? district : suggested, "reason", "属地办理"));
    } catch (Refused refused) {
      if (!refused.movedMeanwhile()) {
        throw refused;
      }
    }
  }

  void sign() throws InterruptedException {
    act("sign", Person.HANDLER, "signature", Set.of("PENDING_SIGN"), Map.of());
  }

  void contact() throws InterruptedException {
    act(
        "contact",
        Person.HANDLER,
        "contact-attempts",
        Set.of("SIGNED"),
        Map.of("result", "REACHED", "channel", "PHONE", "note", "已与诉求人核实情况。"));
  }

  void reply(String text) throws InterruptedException {
    act(
        "reply",
        Person.HANDLER,
        "replies",
        Set.of("SIGNED", "CONTACTED", "HANDLING", "REPLY_REJECTED"),
        Map.of("handlingText", text, "publicReply", text, "claimedSolved", true));
  }

  void pass() throws InterruptedException {
    act("pass", Person.REVIEWER, "reviews", Set.of("REPLY_SUBMITTED"), Map.of("decision", "PASS"));
  }

  /** Does it unless an earlier try was heard; what moved meanwhile is read again. */
  private void act(
      String name, Person person, String resource, Set<String> possibleIn, Map<String, ?> body)
      throws InterruptedException {
    for (int attempt = 0; possibleIn.contains(status); attempt++) {
      try {
        see(
            api.post(
                person,
                "/dispatch/api/assignments/" + id + "/" + resource,
                loop.key(name + round, attempt),
                version,
                body));
        return;
      } catch (Refused refused) {
        if (!refused.movedMeanwhile() || attempt == TRIES) {
          throw refused;
        }
        see(api.get(Person.DISPATCHER, "/dispatch/api/assignments/" + id));
      }
    }
  }
}
