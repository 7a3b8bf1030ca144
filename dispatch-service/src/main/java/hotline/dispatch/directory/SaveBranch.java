package hotline.dispatch.directory;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.NotFound;
import hotline.access.Violations;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Adds a category or place, renames one, or switches one off or on again; none is ever deleted. */
@ApplicationScoped
class SaveBranch {

  private final TreeStore store;
  private final JoinedConnection connection;
  private final Clock clock;

  SaveBranch(TreeStore store, JoinedConnection connection, Clock clock) {
    this.store = store;
    this.connection = connection;
    this.clock = clock;
  }

  @Transactional
  public Branch add(Actor actor, Tree tree, BranchEntry entry) {
    BranchPolicy.of(tree, entry).throwIfAny();
    return connection.call(
        tx -> {
          store.lock(tx);
          Violations wrong =
              new Violations()
                  .require(
                      store.one(tx, tree, entry.code()).isEmpty(),
                      "code",
                      "code-is-taken",
                      "代码 " + entry.code() + " 已有，请换一个，或修改已有的。",
                      "There is a "
                          + entry.code()
                          + " already; take another code, or change that one.");
          return save(tx, tree, entry, null, wrong, actor);
        });
  }

  @Transactional
  public Branch change(Actor actor, Tree tree, IfMatch version, BranchEntry entry) {
    if (!tree.isCode(entry.code())) {
      throw new NotFound("分类或区划", "category or place");
    }
    BranchPolicy.of(tree, entry).throwIfAny();
    return connection.call(
        tx -> {
          store.lock(tx);
          Branch before =
              store
                  .one(tx, tree, entry.code())
                  .orElseThrow(() -> new NotFound("分类或区划", "category or place"));
          version.check(before.version());
          return save(tx, tree, entry, before, new Violations(), actor);
        });
  }

  private Branch save(
      Connection tx, Tree tree, BranchEntry entry, Branch before, Violations wrong, Actor actor)
      throws SQLException {
    String above = tree.parent(entry.code());
    Optional<Branch> parent = above == null ? Optional.empty() : store.one(tx, tree, above);
    Branch after = BranchPolicy.branch(tree, entry, before);
    BranchPolicy.parentIsThere(wrong, above, above == null || parent.isPresent());
    if (before == null || before.active() != after.active()) {
      BranchPolicy.hangsTogether(
          wrong,
          after.active(),
          parent.isPresent() && !parent.get().active(),
          before != null && store.hasActiveBelow(tx, tree, entry.code()));
      if (above == null && after.active()) {
        BranchPolicy.isOfTheCity(wrong, tree, entry.code(), store.activeAtTop(tx, tree));
      }
    }
    wrong.throwIfAny();
    if (before != null && after.saysTheSameAs(before)) {
      return before;
    }
    store.save(
        tx,
        tree,
        List.of(new TreeStore.Change(before, after)),
        actor.userId(),
        false,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
    return after;
  }
}
