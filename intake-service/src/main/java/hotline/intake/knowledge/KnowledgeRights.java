package hotline.intake.knowledge;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.Role;
import hotline.access.Scope;
import java.util.Optional;

/**
 * Who may do what with an item: the owner unit writes, the editor of the centre (目录管理员) writes for
 * every unit, and the editor or the leader of the owner unit publishes; the centre reads what is
 * published.
 */
record KnowledgeRights(Scope scope) {
  private static final Role[] CENTRE = {
    Role.OPERATOR,
    Role.SHIFT_LEAD,
    Role.SCREENER,
    Role.DISPATCHER,
    Role.SUPERVISOR,
    Role.LEADER,
    Role.REPLY_REVIEWER,
    Role.CALLBACK_AGENT,
    Role.CALLBACK_LEAD
  };
  private static final Role[] READS_CASES = {
    Role.OPERATOR,
    Role.SHIFT_LEAD,
    Role.SCREENER,
    Role.DISPATCHER,
    Role.SUPERVISOR,
    Role.CALLBACK_AGENT,
    Role.CALLBACK_LEAD
  };
  private static final Role[] REPORTS = {
    Role.OPERATOR,
    Role.SHIFT_LEAD,
    Role.SCREENER,
    Role.SUPERVISOR,
    Role.CALLBACK_AGENT,
    Role.CALLBACK_LEAD
  };

  Actor actor() {
    return scope.actor();
  }

  boolean isEditor() {
    return actor().is(Role.CATALOGUE_ADMIN);
  }

  boolean ofTheCentre() {
    return actor().isAny(CENTRE);
  }

  /** Whether the number of a case that lies there may be shown. */
  boolean seesCaseAt(String placePath) {
    return actor().isAny(READS_CASES) && scope.seesGrid(placePath);
  }

  boolean mayWrite(String ownerPath) {
    return isEditor() || scope.mayActForUnit(ownerPath);
  }

  boolean mayPublish(String ownerPath) {
    return isEditor() || (actor().is(Role.UNIT_LEADER) && scope.mayActForUnit(ownerPath));
  }

  boolean mayReport() {
    return actor().isAny(REPORTS);
  }

  /** A text that is not published is nobody's business but its writers'. */
  boolean sees(String ownerPath, boolean published) {
    return mayWrite(ownerPath) || (published && ofTheCentre());
  }

  void requireMayWrite(String ownerPath) {
    if (!mayWrite(ownerPath)) {
      throw Forbidden.otherUnit();
    }
  }

  void requireMayPublish(String ownerPath) {
    if (!mayPublish(ownerPath)) {
      throw scope.mayActForUnit(ownerPath) ? Forbidden.byRole() : Forbidden.otherUnit();
    }
  }

  /** The subtree of owners whose drafts may be seen; empty for all. */
  Optional<String> writesWithin() {
    if (isEditor()) {
      return Optional.empty();
    }
    return Optional.of(
        actor().isAny(Role.CLERK, Role.UNIT_DESK, Role.UNIT_LEADER) && actor().unitPath() != null
            ? actor().unitPath()
            : Scope.NOWHERE);
  }
}
