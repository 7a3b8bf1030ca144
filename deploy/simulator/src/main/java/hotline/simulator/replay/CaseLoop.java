package hotline.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.simulator.api.Api;
import hotline.simulator.api.Person;
import hotline.simulator.api.Refused;
import hotline.simulator.knowledge.Shelf;
import hotline.simulator.requests.CitizenRequest;
import hotline.simulator.requests.Opinion;
import hotline.simulator.requests.Stage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One request on its way through the loop. Each act has a key of its own that is the same whenever
 * the file is played, so an act that an interrupted replay did already is answered as it was then.
 */
public final class CaseLoop {

  /** The round of a direct answer, before any unit's. */
  private static final int DIRECTLY = 0;

  /** Stands before the second demand of a call. */
  private static final String ONE_MORE = "另：";

  private static final String TURN = "\u001f";

  private final Desks desks;
  private final Api api;
  private final CitizenRequest request;
  private final int line;
  private String caseId;
  private String status;
  private long caseVersion;
  private HandledRound round;
  private boolean knownBefore;
  private OwnPage ownPage;

  public CaseLoop(Desks desks, CitizenRequest request, int line) {
    this.desks = desks;
    this.api = desks.api();
    this.request = request;
    this.line = line;
  }

  CitizenRequest request() {
    return request;
  }

  /** Registers it; one that an earlier replay registered is known. */
  public void register() throws InterruptedException {
    try {
      JsonNode registered =
          api.post(
              Person.OPERATOR,
              "/intake/api/cases",
              // Moved to other days, it is another request of the operator.
              key("register" + request.receivedAt()),
              null,
              Registration.form(desks, request, line));
      known(registered, "REGISTERED");
      ownPage =
          new OwnPage(
              api, registered.path("caseNo").asText(), registered.path("queryCode").asText());
    } catch (Refused refused) {
      if (!refused.code().equals("external-ref-known")) {
        throw refused;
      }
      known(refused.problem(), null);
      knownBefore = true;
    }
  }

  private void known(JsonNode registered, String newStatus) {
    caseId = registered.path("caseId").asText();
    caseVersion = registered.path("version").asLong();
    status = registered.path("status").asText(newStatus);
  }

  /** What follows a registration: accepted, dispatched, signed, the citizen contacted. */
  public void prepare() throws InterruptedException {
    Stage stage = request.script().stage();
    if (stage == Stage.WITHDRAWN) {
      accept();
      return;
    }
    if (stage == Stage.ANSWERED) {
      answer();
      calledBack(DIRECTLY, opinion());
      return;
    }
    if (stage == Stage.SPLIT) {
      split();
      return;
    }
    if (stage.reaches(Stage.ACCEPTED)) {
      accept();
    }
    if (stage.reaches(Stage.SIGNED)) {
      round = HandledRound.await(desks, this, caseId, 1);
      takeUp(stage);
    }
  }

  private void takeUp(Stage stage) throws InterruptedException {
    round.sign();
    if (stage.reaches(Stage.CONTACTED)) {
      round.contact();
    }
  }

  private void accept() throws InterruptedException {
    screen(Person.SCREENER, "acceptance", "accept", Map.of());
  }

  /** The demands of the call stand one after the other in its text. */
  private void split() throws InterruptedException {
    if (knownBefore) {
      // An earlier replay has split it; a second time would make another case.
      return;
    }
    int second = request.detail().indexOf(ONE_MORE);
    String demand = request.detail().substring(second + ONE_MORE.length());
    caseVersion =
        api.post(
                Person.SCREENER,
                "/intake/api/cases/" + caseId + "/split",
                key("split"),
                caseVersion,
                Map.of(
                    "kept",
                    Map.of("content", request.detail().substring(0, second)),
                    "demands",
                    List.of(Map.of("title", demand, "content", demand))))
            .path("version")
            .asLong();
  }

  /** The operator knows it, and says from which item of knowledge. */
  private void answer() throws InterruptedException {
    Shelf.Source source = desks.knowledge().sourceOf(request.title());
    screen(
        Person.OPERATOR,
        "direct-answer",
        "answer",
        Map.of(
            "answer",
            request.reply(),
            "knowledgeItem",
            source.item(),
            "knowledgeVersion",
            source.version()));
  }

  /** Ends the wait for screening, in one way or the other. */
  private void screen(Person by, String act, String name, Map<String, Object> body)
      throws InterruptedException {
    for (int attempt = 0; status.equals("REGISTERED"); attempt++) {
      try {
        status =
            api.post(
                    by,
                    "/intake/api/cases/" + caseId + "/" + act,
                    key(name, attempt),
                    caseVersion,
                    body)
                .path("status")
                .asText();
      } catch (Refused refused) {
        if (!refused.movedMeanwhile() || attempt > 5) {
          throw refused;
        }
        JsonNode seen = api.get(Person.OPERATOR, "/intake/api/cases/" + caseId);
        status = seen.path("status").asText();
        caseVersion = seen.path("version").asLong();
      }
    }
  }

  public void reply(int ofRound) throws InterruptedException {
    round.reply(ofRound == 1 ? request.reply() : request.secondReply());
  }

  /**
   * What follows a reply: reviewed, called back, rated; and when the citizen sends it back, taken
   * up again.
   */
  public void conclude(int ofRound) throws InterruptedException {
    Stage stage = request.script().stage();
    if (!stage.reaches(Stage.REVIEWED)) {
      return;
    }
    round.pass();
    if (!stage.reaches(Stage.CLOSED)) {
      return;
    }
    boolean sendsBack = ofRound == 1 && request.secondReply() != null;
    Opinion opinion = sendsBack ? Opinion.UNIT_FAILED : opinion();
    calledBack(ofRound, opinion);
    if (sendsBack) {
      round = HandledRound.await(desks, this, caseId, 2);
      takeUp(stage);
    }
  }

  private void calledBack(int ofRound, Opinion opinion) throws InterruptedException {
    Callback callback = Callback.await(desks, this, caseId, ofRound);
    if (callback == null || ratedOnline(ofRound, opinion)) {
      return;
    }
    callback.reach();
    callback.rate(opinion);
  }

  /** The code is told once: of a request that an earlier replay registered nobody has it. */
  private boolean ratedOnline(int ofRound, Opinion opinion) throws InterruptedException {
    return request.script().ratesOnline()
        && ownPage != null
        && ownPage.rate(ofRound, opinion, key("rate-online" + ofRound));
  }

  void withdraw() throws InterruptedException {
    try {
      api.post(
          Person.OPERATOR,
          "/intake/api/cases/" + caseId + "/withdrawal",
          key("withdraw"),
          caseVersion,
          Map.of("reason", "SOLVED_MEANWHILE"));
    } catch (Refused refused) {
      if (!refused.movedMeanwhile()) {
        throw refused;
      }
      JsonNode seen = api.get(Person.OPERATOR, "/intake/api/cases/" + caseId);
      if (!seen.path("status").asText().equals("WITHDRAWN")) {
        api.post(
            Person.OPERATOR,
            "/intake/api/cases/" + caseId + "/withdrawal",
            key("withdraw", 1),
            seen.path("version").asLong(),
            Map.of("reason", "SOLVED_MEANWHILE"));
      }
    }
  }

  private Opinion opinion() {
    Opinion said = request.script().opinion();
    return said == null ? Opinion.of(desks.source(), request.ref()) : said;
  }

  String key(String act) {
    String name = String.join(TURN, desks.source(), request.ref(), act);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  String key(String act, int attempt) {
    return attempt == 0 ? key(act) : key(act + TURN + attempt);
  }
}
