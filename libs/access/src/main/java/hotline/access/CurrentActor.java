package hotline.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The actor of the running request, read from the bearer token once. */
@RequestScoped
public class CurrentActor {
  private final SecurityIdentity identity;
  private final SeenAccounts accounts;
  private Actor actor;

  @Inject
  CurrentActor(SecurityIdentity identity, SeenAccounts accounts) {
    this.identity = identity;
    this.accounts = accounts;
  }

  public boolean isSignedIn() {
    return !identity.isAnonymous();
  }

  /** The actor; refuses with 401 when nobody is signed in. */
  public Actor get() {
    if (actor == null) {
      if (identity.isAnonymous()) {
        throw new NotSignedIn();
      }
      actor = read();
      accounts.seen(actor);
    }
    return actor;
  }

  /** The right of the actor to see and act, see {@link Scope}. */
  public Scope scope() {
    return Scope.of(get());
  }

  private Actor read() {
    Set<Role> roles =
        identity.getRoles().stream()
            .flatMap(name -> Role.ofWireName(name).stream())
            .collect(Collectors.toUnmodifiableSet());
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      return new Actor(
          token.getSubject() == null ? token.getName() : token.getSubject(),
          text(token, "preferred_username"),
          roles,
          text(token, "unit"),
          text(token, "unit_path"),
          text(token, "grid_path"),
          name(text(token, "family_name"), text(token, "given_name"), text(token, "name")));
    }
    String name = identity.getPrincipal().getName();
    return new Actor(
        name,
        name,
        roles,
        identity.getAttribute("unit"),
        identity.getAttribute("unit_path"),
        identity.getAttribute("grid_path"),
        name);
  }

  /**
   * A name as it is spoken: of a Chinese one the family comes first and without a space, whatever
   * the identity provider puts together.
   *
   * @param whole what it puts together, for a token without the parts
   */
  static String name(String family, String given, String whole) {
    if (family == null && given == null) {
      return whole;
    }
    if (family == null || given == null) {
      return family == null ? given : family;
    }
    boolean chinese =
        (family + given)
            .codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    return chinese ? family + given : given + " " + family;
  }

  private static String text(JsonWebToken token, String claim) {
    Object value = token.getClaim(claim);
    return value == null || value.toString().isBlank() ? null : value.toString();
  }
}
