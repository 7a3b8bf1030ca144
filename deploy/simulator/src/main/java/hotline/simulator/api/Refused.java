package hotline.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;

/** A problem document: the service understood and said no. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient JsonNode problem;

  Refused(String request, int status, JsonNode problem) {
    super(request + ": " + status + " " + problem);
    this.status = status;
    this.problem = problem;
  }

  public int status() {
    return status;
  }

  public String code() {
    return problem.path("code").asText();
  }

  /** Further members of the problem document. */
  public JsonNode problem() {
    return problem;
  }

  /** Somebody else moved the thing, or an earlier try of ours did. */
  public boolean movedMeanwhile() {
    return status == 409 || status == 412;
  }
}
