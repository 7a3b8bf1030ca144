package hotline.dispatch.assignments;

import hotline.calendar.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The buffer of the table sub_dispatch_rule, read with every act that needs it: those are few. */
@ApplicationScoped
public class PartRule {

  private final DataSource database;

  PartRule(DataSource database) {
    this.database = database;
  }

  public PartLimits inForce() {
    try (Connection reading = database.getConnection();
        PreparedStatement sql = reading.prepareStatement("select buffer from sub_dispatch_rule");
        ResultSet row = sql.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("The table sub_dispatch_rule is empty");
      }
      return new PartLimits(Limit.parse(row.getString(1)));
    } catch (SQLException e) {
      throw new IllegalStateException("The buffer of parts cannot be read", e);
    }
  }
}
