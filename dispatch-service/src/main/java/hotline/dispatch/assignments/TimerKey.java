package hotline.dispatch.assignments;

import java.util.UUID;

/**
 * Names a timer of an assignment; the number tells a timer that was replaced from the present one.
 */
public record TimerKey(UUID assignmentId, int number) {

  public static TimerKey parse(String text) {
    int slash = text.indexOf('/');
    return new TimerKey(
        UUID.fromString(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  public String text() {
    return assignmentId + "/" + number;
  }
}
