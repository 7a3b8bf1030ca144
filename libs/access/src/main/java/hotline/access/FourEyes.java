package hotline.access;

import java.util.Arrays;
import java.util.Collection;

/** Handler, reviewer and callback agent of one case are three people. */
public final class FourEyes {
  private FourEyes() {}

  /**
   * Refuses with 403 when the actor is one of those who had another part in the same case; nulls
   * are ignored.
   */
  public static void requireSomeoneElse(Actor actor, String... earlierUserIds) {
    requireSomeoneElse(actor, Arrays.asList(earlierUserIds));
  }

  /**
   * Refuses with 403 when the actor is one of those who had another part in the same case; nulls
   * are ignored.
   */
  public static void requireSomeoneElse(Actor actor, Collection<String> earlierUserIds) {
    for (String earlier : earlierUserIds) {
      if (actor.userId().equals(earlier)) {
        throw Forbidden.samePerson();
      }
    }
  }
}
