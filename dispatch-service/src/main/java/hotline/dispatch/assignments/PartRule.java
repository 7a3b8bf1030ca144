package hotline.dispatch.assignments;

import hotline.calendar.Limit;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/** The buffer of the table sub_dispatch_rule, read with every act that needs it: those are few. */
@ApplicationScoped
public class PartRule {

  private final JoinedConnection connection;

  PartRule(JoinedConnection connection) {
    this.connection = connection;
  }

  public PartLimits inForce() {
    return connection.call(
        tx -> {
          try (PreparedStatement sql = tx.prepareStatement("select buffer from sub_dispatch_rule");
              ResultSet row = sql.executeQuery()) {
            if (!row.next()) {
              throw new IllegalStateException("The table sub_dispatch_rule is empty");
            }
            return new PartLimits(Limit.parse(row.getString(1)));
          }
        });
  }
}
