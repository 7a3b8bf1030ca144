package hotline.reporting.ranking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * SHA-256 over a copy of the inputs: a line a case, {@code unit case COUNTER,COUNTER}, sorted by
 * unit and case and joined by a line feed, so that whoever has the inputs can compute it anew.
 */
final class InputsHash {

  // The order of the primary key: nothing is sorted.
  private static final String LINES =
      "SELECT unit_id || ' ' || case_id || ' ' || array_to_string(counters, ',')"
          + " FROM ranking_input WHERE ranking_id = ? AND snapshot = ? ORDER BY unit_id, case_id";

  private static final int ROWS = 2000;

  private final MessageDigest digest;
  private boolean begun;

  InputsHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** Reads a few lines at a time, which needs a transaction: a quarter of a city is millions. */
  static String of(Connection tx, UUID rankingId, int snapshot) throws SQLException {
    InputsHash hash = new InputsHash();
    try (PreparedStatement select = tx.prepareStatement(LINES)) {
      select.setFetchSize(ROWS);
      select.setObject(1, rankingId);
      select.setInt(2, snapshot);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          hash.add(rows.getString(1));
        }
      }
    }
    return hash.hex();
  }

  void add(String line) {
    if (begun) {
      digest.update((byte) '\n');
    }
    begun = true;
    digest.update(line.getBytes(StandardCharsets.UTF_8));
  }

  /** In lower case; ends the hash. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
