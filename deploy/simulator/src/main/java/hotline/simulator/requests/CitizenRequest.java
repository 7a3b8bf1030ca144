package hotline.simulator.requests;

import java.time.Instant;

/**
 * One request with what became of it, as a line of a file tells it.
 *
 * @param ref its id in the file
 * @param user code of the citizen in the file
 * @param secondReply reply of the second round; null when there was none
 */
public record CitizenRequest(
    String ref,
    String user,
    String title,
    String detail,
    Instant receivedAt,
    String reply,
    Instant repliedAt,
    String secondReply,
    Instant secondRepliedAt,
    Script script) {

  /**
   * What only the demonstration's file says; null where the simulator decides.
   *
   * @param stage how far the case goes
   * @param opinion what the citizen says in the end
   * @param ratesOnline whether the citizen rates on the own page and does not wait for the call
   */
  public record Script(
      String kind,
      String urgency,
      String channel,
      String category,
      String place,
      Stage stage,
      Opinion opinion,
      boolean ratesOnline) {

    static final Script NONE = new Script(null, null, null, null, null, Stage.CLOSED, null, false);
  }
}
