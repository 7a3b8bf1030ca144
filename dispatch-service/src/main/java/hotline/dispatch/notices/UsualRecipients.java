package hotline.dispatch.notices;

import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.NoticeCopy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who gets which copy as a rule, as the table has it: what the form begins with. */
@ApplicationScoped
public class UsualRecipients {

  private final DataSource database;
  private final DirectoryStore directory;

  UsualRecipients(DataSource database, DirectoryStore directory) {
    this.database = database;
    this.directory = directory;
  }

  /**
   * @param unitId null when no unit is meant, or when the directory does not have it any more
   */
  @Schema(name = "UsualRecipient")
  public record Row(NoticeCopy copy, int copyNo, String unitId, String unitName, String post) {}

  /** A list that is whole, in the order of the copies. */
  @Schema(name = "UsualRecipients")
  public record Rows(List<Row> items, long count) {}

  Rows all() {
    Directory names = directory.recent();
    List<Row> rows = new ArrayList<>();
    try (Connection reading = database.getConnection();
        PreparedStatement sql =
            reading.prepareStatement("select copy, unit_id, post from notice_recipient");
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        NoticeCopy copy = NoticeCopy.valueOf(row.getString(1));
        Unit unit = names.unit(row.getString(2)).filter(Unit::active).orElse(null);
        rows.add(
            new Row(
                copy,
                copy.number(),
                unit == null ? null : unit.code(),
                unit == null ? null : unit.nameZh(),
                row.getString(3)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The usual recipients cannot be read", e);
    }
    rows.sort(Comparator.comparing(Row::copyNo));
    return new Rows(rows, rows.size());
  }
}
