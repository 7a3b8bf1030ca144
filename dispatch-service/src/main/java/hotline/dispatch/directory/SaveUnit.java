package hotline.dispatch.directory;

import hotline.access.Violations;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Adds a handling unit, renames one, or takes one out of service. */
@ApplicationScoped
public class SaveUnit {

  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");
  private static final int DEEPEST = 4;

  private final DirectoryStore store;
  private final JoinedConnection connection;
  private final Clock clock;

  SaveUnit(DirectoryStore store, JoinedConnection connection, Clock clock) {
    this.store = store;
    this.connection = connection;
    this.clock = clock;
  }

  @Transactional
  public Unit save(UnitEntry entry) {
    Unit unit = checked(entry, store.current());
    connection.call(
        tx -> {
          store.save(tx, unit, clock.instant());
          return null;
        });
    return unit;
  }

  static Unit checked(UnitEntry entry, Directory directory) {
    Violations wrong = new Violations();
    wrong
        .require(
            entry.code() != null && CODE.matcher(entry.code()).matches(),
            "code",
            "not-a-code",
            "单位代码由小写字母、数字和连字符组成，最多 31 位。",
            "A unit code has lower-case letters, digits and hyphens, at most 31.")
        .required(entry.nameZh(), "nameZh")
        .required(entry.nameEn(), "nameEn")
        .atMost(entry.nameZh(), 100, "nameZh")
        .atMost(entry.nameEn(), 200, "nameEn");
    Optional<Unit> parent = directory.unit(entry.parentCode());
    Optional<Unit> known = directory.unit(entry.code());
    wrong
        .require(
            parent.isPresent(),
            "parentCode",
            "unknown-unit",
            "没有这个上级单位。",
            "There is no such parent unit.")
        .require(
            parent.isEmpty() || parent.get().level() < DEEPEST,
            "parentCode",
            "too-deep",
            "承办单位最多四级。",
            "Units have at most four levels.")
        .require(
            known.isEmpty() || Objects.equals(known.get().parentCode(), entry.parentCode()),
            "parentCode",
            "parent-is-fixed",
            "单位的上级不能更改；请新建单位并停用旧单位。",
            "The parent of a unit cannot change: add a new unit and take the old one out of service.")
        .require(
            entry.placeCode() == null || directory.place(entry.placeCode()).isPresent(),
            "placeCode",
            "unknown-place",
            "没有这个区划代码。",
            "There is no such place.");
    wrong.throwIfAny();
    return new Unit(
        entry.code(),
        entry.parentCode(),
        parent.get().path() + "/" + entry.code(),
        entry.nameZh().strip(),
        entry.nameEn().strip(),
        parent.get().level() + 1,
        entry.placeCode(),
        entry.active() == null || entry.active());
  }
}
