package hotline.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.simulator.api.Api;
import hotline.simulator.api.GaveUp;
import hotline.simulator.api.Person;
import hotline.simulator.api.Refused;
import hotline.simulator.requests.Opinion;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The citizen is called back and answers. */
final class Callback {

  private static final Duration LOOK_ELSEWHERE = Duration.ofSeconds(2);
  private static final int PATIENCE = 120;
  private static final int TRIES = 6;

  private final Api api;
  private final CaseLoop loop;
  private final int round;
  private final String id;
  private String status;
  private int attempts;
  private long version;

  private Callback(Api api, CaseLoop loop, int round, JsonNode item) {
    this.api = api;
    this.loop = loop;
    this.round = round;
    this.id = item.path("callbackId").asText();
    see(item);
  }

  private void see(JsonNode item) {
    status = item.path("status").asText();
    version = item.path("version").asLong();
    JsonNode made = item.path("attempts");
    attempts = made.isArray() ? made.size() : made.asInt();
  }

  /**
   * Waits for the task.
   *
   * @return null when an earlier replay is done with it
   */
  static Callback await(Desks desks, CaseLoop loop, String caseId, int round)
      throws InterruptedException {
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      JsonNode item = desks.callbacks().await(caseId, round, LOOK_ELSEWHERE);
      if (item != null) {
        return new Callback(desks.api(), loop, round, item);
      }
      if (over(desks.api(), caseId, round)) {
        return null;
      }
    }
    throw new GaveUp("没有回访任务 / No callback of case " + caseId + " in round " + round, null);
  }

  /** Whether the round has its rating already. */
  private static boolean over(Api api, String caseId, int round) throws InterruptedException {
    JsonNode seen;
    try {
      seen = api.get(Person.DISPATCHER, "/dispatch/api/cases/" + caseId);
    } catch (Refused unknown) {
      return false;
    }
    // In simulated time the archive comes soon after.
    if (Set.of("CLOSED", "ARCHIVED").contains(seen.path("status").asText())) {
      return true;
    }
    for (JsonNode assignment : seen.path("assignments")) {
      if (assignment.path("round").asInt() > round) {
        return true;
      }
    }
    return false;
  }

  void reach() throws InterruptedException {
    for (int attempt = 0; status.equals("OPEN") && attempts == 0; attempt++) {
      try {
        see(
            api.post(
                Person.CALLBACK_AGENT,
                "/evaluation/api/callbacks/" + id + "/attempts",
                loop.key("call" + round, attempt),
                version,
                Map.of("result", "REACHED")));
      } catch (Refused refused) {
        readAgain(refused, attempt);
      }
    }
  }

  void rate(Opinion opinion) throws InterruptedException {
    for (int attempt = 0; status.equals("OPEN"); attempt++) {
      try {
        see(
            api.post(
                Person.CALLBACK_AGENT,
                "/evaluation/api/callbacks/" + id + "/evaluation",
                loop.key("rate" + round, attempt),
                version,
                opinion.questionnaire()));
        return;
      } catch (Refused refused) {
        readAgain(refused, attempt);
      }
    }
  }

  private void readAgain(Refused refused, int attempt) throws InterruptedException {
    if (!refused.movedMeanwhile() || attempt == TRIES) {
      throw refused;
    }
    see(api.get(Person.CALLBACK_AGENT, "/evaluation/api/callbacks/" + id));
  }
}
