package hotline.access.views;

import hotline.access.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether the chains of views still are what was written, a slice of one chain at a time: the whole
 * log of months is more than one answer waits for.
 */
@ApplicationScoped
public class ViewChains {

  /**
   * Behind which row a slice begins.
   *
   * @param after number of that row; 0 begins the chain
   * @param hash that it has to have, hexadecimal, as a slice before or an earlier day said; empty
   *     when nothing is known of it
   */
  @Schema(name = "ViewLogPosition")
  public record From(int chain, long after, String hash) {

    /** Of parameters; those that are absent begin the first chain. */
    public static From parse(String chain, String after, String hash) {
      return new From(
          (int) number("chain", chain, Integer.MAX_VALUE),
          number("after", after, Long.MAX_VALUE),
          hash == null ? "" : hash.strip().toLowerCase(Locale.ROOT));
    }

    private static long number(String field, String text, long largest) {
      if (text == null || text.isBlank()) {
        return 0;
      }
      try {
        long number = Long.parseLong(text.strip());
        if (number >= 0 && number <= largest) {
          return number;
        }
      } catch (NumberFormatException notANumber) {
        // Same answer as for a number out of bounds.
      }
      throw new Invalid(
          field, "not-a-number", "应为不小于 0 的整数。", "This is a whole number, not less than 0.");
    }
  }

  /**
   * What one slice says.
   *
   * @param length rows that the chain has at present
   * @param position the row up to which the slice is what was written
   * @param hash of that row, hexadecimal; empty before the first; null when the slice is broken
   * @param brokenAt number of the first row that is not what was written; null when all are
   * @param next where to go on, in this chain or the one after it; null at the end of the last
   */
  @Schema(name = "ViewLogVerification")
  public record Slice(
      int chain, long length, long position, String hash, Long brokenAt, From next) {}

  private static final long ROWS = 50_000;
  private static final int SECONDS = 20;

  // One statement sees head and rows of one moment: somebody views a case meanwhile.
  private static final String HEAD =
      """
      SELECT c.length, c.last_hash,
             (SELECT coalesce(max(v.position), 0) FROM view_log v WHERE v.chain = c.chain),
             (SELECT min(n.chain) FROM view_chain n WHERE n.chain > c.chain)
        FROM view_chain c WHERE c.chain = ?""";

  private static final String LINKS =
      """
      WITH linked AS (
        SELECT v.position, v.hash, lag(v.position, 1, ?::bigint) OVER w + 1 AS next,
               view_hash(lag(v.hash, 1, ?::bytea) OVER w, v) AS should_be
          FROM view_log v WHERE v.chain = ? AND v.position > ? AND v.position <= ?
        WINDOW w AS (ORDER BY v.position))
      SELECT min(next) FILTER (WHERE position <> next OR hash <> should_be), max(position)
        FROM linked""";

  private final Instance<DataSource> database;

  @Inject
  ViewChains(Instance<DataSource> database) {
    this.database = database;
  }

  /** Computes the hashes of a slice anew. */
  public Slice verify(From from) {
    try (Connection connection = database.get().getConnection()) {
      return verify(connection, from);
    } catch (SQLException e) {
      throw new IllegalStateException("The log of views cannot be verified", e);
    }
  }

  /**
   * @param last number of the last row that is there
   * @param nextChain null behind the last chain
   */
  private record Head(long length, byte[] lastHash, long last, Integer nextChain) {}

  private static Slice verify(Connection tx, From from) throws SQLException {
    Head head = head(tx, from.chain());
    byte[] before = from.after() == 0 ? new byte[0] : hash(tx, from.chain(), from.after());
    if (before == null || isAnother(from, before)) {
      return broken(from.chain(), head, from.after());
    }
    long to = Math.max(from.after(), Math.min(from.after() + ROWS, head.length()));
    Long brokenAt = to == from.after() ? null : changed(tx, from, before, to);
    if (brokenAt == null && to >= head.length()) {
      brokenAt = brokenEnd(tx, from.chain(), head);
    }
    if (brokenAt != null) {
      return broken(from.chain(), head, brokenAt);
    }
    byte[] reached = to == from.after() ? before : hash(tx, from.chain(), to);
    String hex = HexFormat.of().formatHex(reached);
    return new Slice(
        from.chain(),
        head.length(),
        to,
        hex,
        null,
        to < head.length() ? new From(from.chain(), to, hex) : beginning(head.nextChain()));
  }

  private static boolean isAnother(From from, byte[] found) {
    return from.after() > 0
        && !from.hash().isEmpty()
        && !from.hash().equals(HexFormat.of().formatHex(found));
  }

  private static Slice broken(int chain, Head head, long at) {
    return new Slice(chain, head.length(), at - 1, null, at, beginning(head.nextChain()));
  }

  private static From beginning(Integer chain) {
    return chain == null ? null : new From(chain, 0, "");
  }

  private static Head head(Connection tx, int chain) throws SQLException {
    try (PreparedStatement select = tx.prepareStatement(HEAD)) {
      select.setInt(1, chain);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new Invalid("chain", "unknown-value", "没有这条链。", "There is no such chain.");
        }
        return new Head(
            row.getLong(1), row.getBytes(2), row.getLong(3), row.getObject(4, Integer.class));
      }
    }
  }

  /** Null when there is no such row. */
  private static byte[] hash(Connection tx, int chain, long position) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement("SELECT hash FROM view_log WHERE chain = ? AND position = ?")) {
      select.setInt(1, chain);
      select.setLong(2, position);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getBytes(1) : null;
      }
    }
  }

  /** The first row that is not what was written; null when all of the slice are. */
  private static Long changed(Connection tx, From from, byte[] before, long to)
      throws SQLException {
    try (PreparedStatement select = tx.prepareStatement(LINKS)) {
      select.setQueryTimeout(SECONDS);
      select.setLong(1, from.after());
      select.setBytes(2, before);
      select.setInt(3, from.chain());
      select.setLong(4, from.after());
      select.setLong(5, to);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        Long brokenAt = row.getObject(1, Long.class);
        Long last = row.getObject(2, Long.class);
        if (brokenAt == null && (last == null || last < to)) {
          return (last == null ? from.after() : last) + 1;
        }
        return brokenAt;
      }
    }
  }

  /** Whether the chain ends where its head says; null when it does. */
  private static Long brokenEnd(Connection tx, int chain, Head head) throws SQLException {
    if (head.last() != head.length()) {
      return Math.min(head.last(), head.length()) + 1;
    }
    if (head.length() > 0 && !Arrays.equals(hash(tx, chain, head.length()), head.lastHash())) {
      return head.length();
    }
    return null;
  }
}
