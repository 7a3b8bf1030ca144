package hotline.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.simulator.api.Api;
import hotline.simulator.api.GaveUp;
import hotline.simulator.api.Person;
import hotline.simulator.api.Refused;
import hotline.simulator.requests.Opinion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What citizens do on the page of their own case, with its number and its code. */
final class OwnPage {

  private static final int LOOKS = 120;
  private static final String OPEN = "OPEN";

  private final Api api;
  private final String caseNo;
  private final String queryCode;

  OwnPage(Api api, String caseNo, String queryCode) {
    this.api = api;
    this.caseNo = caseNo;
    this.queryCode = queryCode;
  }

  /**
   * Rates the answer, once the page offers it: intake hears of the callback a moment after it was
   * opened.
   *
   * @return false when somebody was called and answered before
   */
  boolean rate(int round, Opinion opinion, String key) throws InterruptedException {
    Map<String, Object> form = asked();
    form.putAll(opinion.questionnaire());
    form.put("round", round);
    if (!offered(round)) {
      return false;
    }
    try {
      api.post(Person.CITIZEN, "/intake/api/track/rating", key, null, form);
      return true;
    } catch (Refused refused) {
      if (!refused.movedMeanwhile()) {
        throw refused;
      }
      return false;
    }
  }

  private boolean offered(int round) throws InterruptedException {
    for (int look = 0; look < LOOKS; look++) {
      JsonNode rating =
          api.post(Person.CITIZEN, "/intake/api/track", caseNo, null, asked()).path("rating");
      if (rating.path("round").asInt(-1) == round) {
        return rating.path("state").asText().equals(OPEN);
      }
      TimeUnit.MILLISECONDS.sleep(250);
    }
    throw new GaveUp("查询页没有请其评价 / The own page does not ask for a rating: " + caseNo, null);
  }

  private Map<String, Object> asked() {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("caseNo", caseNo);
    form.put("queryCode", queryCode);
    return form;
  }
}
