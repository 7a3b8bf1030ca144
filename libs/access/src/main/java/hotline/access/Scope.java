package hotline.access;

import hotline.access.Role.Contact;
import hotline.access.Role.Reach;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an actor may see and for whom it may act: role and unit subtree and grid subtree and
 * confidentiality, decided here and nowhere else.
 *
 * <p>Paths are slash paths such as {@code /370281/cg/cg-1}. A path that is absent is in nobody's
 * subtree. A grid claim narrows every role; the unit claim narrows only the roles that work for a
 * unit, since the people of the hotline centre look after the whole city.
 */
public final class Scope {
  /** A prefix that no unit or grid path has, for lists of which an actor may see nothing. */
  public static final String NOWHERE = "/!";

  private final Actor actor;
  private final Set<Reach> reaches;

  private Scope(Actor actor) {
    this.actor = actor;
    this.reaches = EnumSet.noneOf(Reach.class);
    actor.roles().forEach(role -> reaches.add(role.reach()));
  }

  public static Scope of(Actor actor) {
    return new Scope(Objects.requireNonNull(actor, "actor"));
  }

  public Actor actor() {
    return actor;
  }

  /** Whether the actor sees the cases and numbers of this unit. */
  public boolean seesUnit(String unitPath) {
    if (!isPath(unitPath)) {
      return reaches.contains(Reach.CITY);
    }
    return reaches.contains(Reach.CITY)
        || (reaches.contains(Reach.UNIT) && isWithin(unitPath, actor.unitPath()));
  }

  /** Whether the actor sees what happens on this grid. */
  public boolean seesGrid(String gridPath) {
    if (actor.gridPath() != null) {
      return !seesNothing() && isWithin(gridPath, actor.gridPath());
    }
    return reaches.contains(Reach.CITY) || reaches.contains(Reach.UNIT);
  }

  /** Whether the token names a grid to which all is limited that its holder sees and does. */
  public boolean isLimitedToGrid() {
    return actor.gridPath() != null
        || (reaches.contains(Reach.GRID)
            && !reaches.contains(Reach.CITY)
            && !reaches.contains(Reach.UNIT));
  }

  /**
   * Whether the grid of the token, if it names one, reaches this place (null: none). By itself it
   * gives no right: it is asked besides role, unit and confidentiality.
   */
  public boolean reachesPlace(String placePath) {
    return !isLimitedToGrid() || isWithin(placePath, actor.gridPath());
  }

  /**
   * Whether the actor sees a case that this unit handles (null: not dispatched yet) and that lies
   * on this grid.
   */
  public boolean seesCase(String unitPath, String gridPath) {
    return seesGrid(gridPath) && (seesUnit(unitPath) || reaches.contains(Reach.GRID));
  }

  /**
   * The unit subtree to which lists and counts are limited; empty means no limit, {@link #NOWHERE}
   * means nothing. To be used as {@code unit_path = :prefix or starts_with(unit_path, :prefix ||
   * '/')}.
   */
  public Optional<String> sqlUnitPathPrefix() {
    if (reaches.contains(Reach.CITY)) {
      return Optional.empty();
    }
    if (reaches.contains(Reach.UNIT)) {
      return Optional.of(isPath(actor.unitPath()) ? actor.unitPath() : NOWHERE);
    }
    // A grid officer's cases may lie with any unit: the grid limits them.
    return reaches.contains(Reach.GRID) ? Optional.empty() : Optional.of(NOWHERE);
  }

  /**
   * The grid subtree to which lists and counts are limited besides the units; empty means no limit,
   * {@link #NOWHERE} means nothing. To be used with {@link OnGrid}.
   */
  public Optional<String> sqlGridPathPrefix() {
    if (seesNothing()) {
      return Optional.of(NOWHERE);
    }
    if (actor.gridPath() != null) {
      return Optional.of(isPath(actor.gridPath()) ? actor.gridPath() : NOWHERE);
    }
    return reaches.contains(Reach.CITY) || reaches.contains(Reach.UNIT)
        ? Optional.empty()
        : Optional.of(NOWHERE);
  }

  /** Whether the actor may sign, reply or ask for something in the name of this unit. */
  public boolean mayActForUnit(String unitPath) {
    return reaches.contains(Reach.UNIT) && isWithin(unitPath, actor.unitPath());
  }

  /** Refuses with 403 unless the actor may act for this unit. */
  public void requireMayActForUnit(String unitPath) {
    if (!mayActForUnit(unitPath)) {
      throw Forbidden.otherUnit();
    }
  }

  /**
   * Whether the actor may learn who reported a case that it sees.
   *
   * @param respondentUnitPath the unit that the case complains about, or null
   */
  public boolean seesReporter(boolean confidential, String respondentUnitPath) {
    return actor.roles().stream().anyMatch(role -> learnsReporter(role, confidential))
        && !isOnTheSideOf(respondentUnitPath);
  }

  /**
   * Whether the actor may learn where a case that it sees lies: of a confidential one the address
   * says who reported it.
   *
   * @param respondentUnitPath the unit that the case complains about, or null
   */
  public boolean seesAddress(boolean confidential, String respondentUnitPath) {
    return !confidential || seesReporter(true, respondentUnitPath);
  }

  private static boolean learnsReporter(Role role, boolean confidential) {
    return role.contact() == Contact.ALWAYS
        || (role.contact() == Contact.UNLESS_CONFIDENTIAL && !confidential);
  }

  /**
   * Members of the respondent never; and of those who work for units, not its superiors either:
   * what the bureau's desk knows, its section knows. They reach the reporter through the hotline
   * centre.
   */
  private boolean isOnTheSideOf(String respondentUnitPath) {
    if (respondentUnitPath == null) {
      return false;
    }
    if (isWithin(actor.unitPath(), respondentUnitPath)) {
      return true;
    }
    if (reaches.contains(Reach.UNIT) || reaches.contains(Reach.GRID)) {
      return !isPath(actor.unitPath()) || isWithin(respondentUnitPath, actor.unitPath());
    }
    return false;
  }

  private boolean seesNothing() {
    return reaches.isEmpty() || reaches.equals(EnumSet.of(Reach.NONE));
  }

  /**
   * Whether {@code path} is {@code ancestor} or lies below it; a mere common beginning of the text
   * is not enough.
   */
  public static boolean isWithin(String path, String ancestor) {
    return isPath(path)
        && isPath(ancestor)
        && (path.equals(ancestor) || path.startsWith(ancestor + "/"));
  }

  private static boolean isPath(String path) {
    return path != null && path.length() > 1 && path.startsWith("/") && !path.endsWith("/");
  }
}
