package hotline.reporting.directory;

import hotline.access.CurrentActor;
import hotline.access.Forbidden;
import hotline.access.Invalid;
import hotline.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Narrows what is asked for to what the asker may see: a unit's people count their own subtree, and
 * whose token names a grid counts what lies there.
 */
@ApplicationScoped
public class UnitScopes {

  private final DataSource database;
  private final DirectoryNames names;
  private final CurrentActor actor;

  UnitScopes(DataSource database, DirectoryNames names, CurrentActor actor) {
    this.database = database;
    this.names = names;
    this.actor = actor;
  }

  /**
   * @param code unit code; null or blank for everything that the asker may see
   */
  public UnitScope of(String code) {
    return of(code, null);
  }

  /**
   * @param alone {@code true} for the unit without those below it
   */
  public UnitScope of(String code, String alone) {
    Scope sees = actor.scope();
    String unitPath = sees.sqlUnitPathPrefix().orElse(null);
    String placePath = sees.sqlGridPathPrefix().orElse(null);
    boolean only = yes("unitOnly", alone);
    if (code == null || code.isBlank()) {
      if (only) {
        throw new Invalid(
            "unitOnly",
            "needs-unit",
            "只看本单位时，请同时指定单位（unit）。",
            "Name the unit (unit) of which only its own cases are asked for.");
      }
      return new UnitScope(null, null, unitPath, false, placePath);
    }
    DirectoryNames.Named unit = find(code);
    if (!sees.seesUnit(unit.path())) {
      throw Forbidden.otherUnit();
    }
    return new UnitScope(unit.code(), unit.name(), only ? unitPath : unit.path(), only, placePath);
  }

  private static boolean yes(String field, String text) {
    if (text == null || text.isBlank() || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw new Invalid(field, "not-a-boolean", "只能填 true 或 false。", "Write true or false.");
  }

  private DirectoryNames.Named find(String code) {
    try (Connection connection = database.getConnection()) {
      return names
          .unit(connection, code)
          .orElseThrow(
              () ->
                  new Invalid(
                      "unit",
                      "unknown-unit",
                      "没有代码为该值的单位，请从单位目录中选择。",
                      "There is no unit with this code; choose one from the directory."));
    } catch (SQLException e) {
      throw new IllegalStateException("The directory could not be read", e);
    }
  }
}
