package hotline.intake.vault;

import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers behind which many people are (总机): who calls from one is not who called before. A mobile
 * number is none, and costs no question. Everything joins the running transaction.
 */
@ApplicationScoped
public class Switchboards {
  private final VaultKeys keys;
  private final JoinedConnection database;

  @Inject
  Switchboards(VaultKeys keys, JoinedConnection database) {
    this.keys = keys;
    this.database = database;
  }

  /** Whether a number can be one at all. */
  public static boolean canBe(PhoneNumber phone) {
    return phone != null && !phone.isMobile();
  }

  /** Whose it is; empty of a number that is not marked as one. */
  public Optional<String> name(PhoneNumber phone) {
    if (!canBe(phone)) {
      return Optional.empty();
    }
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement("SELECT name FROM switchboard WHERE phone_hash = ?")) {
            select.setBytes(1, keys.searchHash(phone));
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(row.getString(1)) : Optional.<String>empty();
            }
          }
        });
  }

  /**
   * Whether many people may call from it: a switchboard, or one of the lines behind an extension,
   * all of which have the same hash.
   */
  public boolean isOfMany(PhoneNumber phone) {
    return hasExtension(phone) || name(phone).isPresent();
  }

  private static boolean hasExtension(PhoneNumber phone) {
    return phone != null && phone.extension() != null;
  }

  /** Those whose first number is of many; asks nothing where no number can be a switchboard. */
  public Set<Contact> among(Collection<Contact> contacts) {
    Set<Contact> ofMany = new HashSet<>();
    List<Contact> asked = new ArrayList<>();
    for (Contact one : contacts) {
      if (hasExtension(one.phone())) {
        ofMany.add(one);
      } else if (canBe(one.phone())) {
        asked.add(one);
      }
    }
    if (!asked.isEmpty()) {
      ofMany.addAll(switchboards(asked));
    }
    return ofMany;
  }

  private Set<Contact> switchboards(List<Contact> asked) {
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT phone_hash FROM switchboard WHERE phone_hash = ANY (?)")) {
            select.setArray(
                1,
                tx.createArrayOf(
                    "bytea",
                    asked.stream()
                        .map(one -> keys.searchHash(one.phone()))
                        .toArray(byte[][]::new)));
            Set<ByteBuffer> known = new HashSet<>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                known.add(ByteBuffer.wrap(rows.getBytes(1)));
              }
            }
            Set<Contact> found = new HashSet<>();
            for (Contact one : asked) {
              if (known.contains(ByteBuffer.wrap(keys.searchHash(one.phone())))) {
                found.add(one);
              }
            }
            return found;
          }
        });
  }

  /** Marks it, or calls it by another name. */
  public void mark(PhoneNumber phone, String name, String by, Instant now) {
    database.call(
        tx -> {
          try (PreparedStatement insert =
              tx.prepareStatement(
                  "INSERT INTO switchboard (phone_hash, name, marked_by, marked_at) VALUES (?, ?, ?, ?)"
                      + " ON CONFLICT (phone_hash) DO UPDATE SET name = excluded.name,"
                      + " marked_by = excluded.marked_by, marked_at = excluded.marked_at")) {
            insert.setBytes(1, keys.searchHash(phone));
            insert.setString(2, name);
            insert.setString(3, by);
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
          }
          return wrote(tx, phone, "MARKED", name, by, now);
        });
  }

  /** It is the number of one person after all; does nothing where it was not marked. */
  public void unmark(PhoneNumber phone, String by, Instant now) {
    database.call(
        tx -> {
          try (PreparedStatement delete =
              tx.prepareStatement("DELETE FROM switchboard WHERE phone_hash = ?")) {
            delete.setBytes(1, keys.searchHash(phone));
            if (delete.executeUpdate() == 0) {
              return 0;
            }
          }
          return wrote(tx, phone, "UNMARKED", null, by, now);
        });
  }

  private int wrote(
      Connection tx, PhoneNumber phone, String act, String name, String by, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        tx.prepareStatement(
            "INSERT INTO switchboard_history (phone_hash, act, name, actor, occurred_at)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      insert.setBytes(1, keys.searchHash(phone));
      insert.setString(2, act);
      insert.setString(3, name);
      insert.setString(4, by);
      insert.setObject(5, now.atOffset(ZoneOffset.UTC));
      return insert.executeUpdate();
    }
  }
}
