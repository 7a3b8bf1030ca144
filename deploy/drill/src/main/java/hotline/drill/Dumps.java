package hotline.drill;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** The tables of the four databases as CSV files, for whoever looks for what went wrong. */
final class Dumps {

  static final List<String> DATABASES = List.of("intake", "dispatch", "evaluation", "reporting");

  private Dumps() {}

  static void write(Testimony databases, Path folder) throws SQLException, IOException {
    for (String name : DATABASES) {
      Path tables = Files.createDirectories(folder.resolve(name));
      try (Connection database = databases.connect(name)) {
        for (String table : tables(database)) {
          try (OutputStream file = Files.newOutputStream(tables.resolve(table + ".csv"))) {
            database
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                    "COPY (SELECT * FROM \"" + table + "\") TO STDOUT (FORMAT csv, HEADER)", file);
          }
        }
      }
    }
  }

  /** Tables of the service; of a partitioned one the whole. */
  private static List<String> tables(Connection database) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement sql = database.createStatement();
        ResultSet rows =
            sql.executeQuery(
                "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
                    + " AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
