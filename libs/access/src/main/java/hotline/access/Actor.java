package hotline.access;

import java.util.Objects;
import java.util.Set;

/**
 * Who acts: one signed-in person or service as the token describes it.
 *
 * <p>Only {@code userId}, {@code roles} and {@code unitId} may travel in events or logs; the login
 * and the display name are for the screen. Unit and grid values are null when the token has no such
 * claim.
 */
public record Actor(
    String userId,
    String login,
    Set<Role> roles,
    String unitId,
    String unitPath,
    String gridPath,
    String displayName) {

  public Actor {
    Objects.requireNonNull(userId, "userId");
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  public boolean isAny(Role... any) {
    for (Role role : any) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }

  /** Without names, because this ends up in logs. */
  @Override
  public String toString() {
    return "Actor[" + userId + ", unit=" + unitId + ", roles=" + roles + "]";
  }
}
