package hotline.access.guard;

import hotline.access.Actor;
import hotline.access.CurrentActor;
import hotline.access.PlainText;
import hotline.access.Refusal;
import hotline.access.Role;
import hotline.access.problems.PathShown;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.vertx.core.http.HttpServerRequest;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Every refusal for want of a right is logged: who, what, of which unit; never names, numbers or
 * bodies.
 */
public final class DenialLog {
  private static final Logger LOG = Logger.getLogger("hotline.access.denied");

  private DenialLog() {}

  public static void denied(Refusal refusal, HttpServerRequest request) {
    Actor actor = refusal.status() == 401 ? null : actor();
    LOG.infof(
        "Denied %d %s: %s %s by %s",
        refusal.status(), refusal.slug(), request.method(), PathShown.of(request), shown(actor));
  }

  private static String shown(Actor actor) {
    if (actor == null) {
      return "nobody";
    }
    String roles =
        actor.roles().stream().map(Role::wireName).sorted().collect(Collectors.joining(","));
    return PlainText.visible(
        actor.userId()
            + " unit="
            + (actor.unitId() == null ? "-" : actor.unitId())
            + " roles="
            + roles);
  }

  private static Actor actor() {
    try (InstanceHandle<CurrentActor> current = Arc.container().instance(CurrentActor.class)) {
      return current.isAvailable() && current.get().isSignedIn() ? current.get().get() : null;
    } catch (RuntimeException unknown) {
      // Who it was may be beyond finding out (no request context, blocked thread); the denial is
      // logged all the same.
      return null;
    }
  }
}
