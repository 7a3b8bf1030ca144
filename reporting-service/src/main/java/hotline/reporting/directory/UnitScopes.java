package hotline.reporting.directory;

import hotline.access.CurrentActor;
import hotline.access.Forbidden;
import hotline.access.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Narrows what is asked for to what the asker may see: a unit's people count their own subtree. */
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
    if (code == null || code.isBlank()) {
      return new UnitScope(null, null, actor.scope().sqlUnitPathPrefix().orElse(null));
    }
    DirectoryNames.Named unit = find(code);
    if (!actor.scope().seesUnit(unit.path())) {
      throw Forbidden.otherUnit();
    }
    return new UnitScope(unit.code(), unit.name(), unit.path());
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
