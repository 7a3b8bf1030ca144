package hotline.access.guard;

import hotline.access.CurrentActor;
import hotline.access.GridRules;
import hotline.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Whoever is limited to a grid is kept from what lies elsewhere before any endpoint begins, reading
 * and acting alike. For everybody else it costs nothing: no place is read.
 */
@ApplicationScoped
public class GridDoor {
  private final Instance<GridRules> rules;
  private final CurrentActor actor;

  @Inject
  GridDoor(Instance<GridRules> rules, CurrentActor actor) {
    this.rules = rules;
    this.actor = actor;
  }

  /** After the roles, so that who may not at all is told that, wherever it lies. */
  @ServerRequestFilter
  public void enter(ResourceInfo resource, UriInfo uri) {
    if (!rules.isResolvable() || resource.getResourceMethod() == null) {
      return;
    }
    GridRules known = rules.get();
    String template = template(resource);
    // What needs no token is of no case, and nobody may have to be known for it.
    if (known.kind(template).filter(kind -> kind == GridRules.Kind.FREE).isPresent()) {
      return;
    }
    Scope scope = actor.isSignedIn() ? actor.scope() : null;
    if (scope != null && scope.isLimitedToGrid()) {
      known.check(template, uri.getPathParameters()::getFirst, scope);
    }
  }

  private static String template(ResourceInfo resource) {
    Path ofMethod = resource.getResourceMethod().getAnnotation(Path.class);
    return ofClass(resource.getResourceClass()) + "/" + (ofMethod == null ? "" : ofMethod.value());
  }

  private static String ofClass(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (each.isAnnotationPresent(Path.class)) {
        return each.getAnnotation(Path.class).value();
      }
    }
    return "";
  }
}
