package hotline.intake.cases;

import hotline.relay.quarkus.JoinedConnection;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hands out case numbers from blocks that this instance has taken for the day. A number that a
 * rolled back registration had is not used again; the rest of a block is lost with the process.
 */
@ApplicationScoped
class CaseNumbers {
  static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
  private static final int BLOCK = 50;

  /** Around midnight, and when a simulated clock is set back, several days are open at once. */
  private static final int OPEN_DAYS = 8;

  private static final class Block {
    private int next;
    private int last;
  }

  private final JoinedConnection database;
  private final Map<LocalDate, Block> blocks = new LinkedHashMap<>();

  @Inject
  CaseNumbers(JoinedConnection database) {
    this.database = database;
  }

  /**
   * To be called before the registration has touched the database: two connections are too many.
   */
  synchronized CaseNumber next(Instant now) {
    LocalDate day = now.atZone(CITY).toLocalDate();
    Block block = blocks.computeIfAbsent(day, unused -> new Block());
    if (block.next == 0 || block.next > block.last) {
      take(day, block);
    }
    return CaseNumber.of(day, block.next++);
  }

  private void take(LocalDate day, Block block) {
    int last =
        QuarkusTransaction.requiringNew().call(() -> database.call(tx -> takeBlock(tx, day)));
    block.next = last - BLOCK + 1;
    block.last = last;
    if (blocks.size() > OPEN_DAYS) {
      blocks.keySet().remove(blocks.keySet().iterator().next());
    }
  }

  private static int takeBlock(Connection tx, LocalDate day) throws SQLException {
    try (PreparedStatement take =
        tx.prepareStatement(
            "INSERT INTO case_number_block (day, last_used) VALUES (?, ?)"
                + " ON CONFLICT (day) DO UPDATE SET last_used = case_number_block.last_used + excluded.last_used"
                + " RETURNING last_used")) {
      take.setObject(1, day);
      take.setInt(2, BLOCK);
      try (ResultSet row = take.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
