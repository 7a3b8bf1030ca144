package hotline.intake.cases;

import hotline.access.IllegalMove;
import java.time.Instant;

/** The unit was urged a short while ago; once more changes nothing. */
public class UrgedRecently extends IllegalMove {
  private static final long serialVersionUID = 1L;

  UrgedRecently(Instant nextAt) {
    super(
        "urged-recently",
        "刚刚已催办过，承办单位已收到提醒，请稍后再催。",
        "It was urged a short while ago and the unit has been told; urge again later.");
    with("nextAt", nextAt.toString());
  }
}
