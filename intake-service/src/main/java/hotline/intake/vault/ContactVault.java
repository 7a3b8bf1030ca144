package hotline.intake.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Who reported (隐私信息保险箱): sealed with a key per case, which is itself sealed with the master key.
 * Everything joins the running transaction.
 */
@ApplicationScoped
public class ContactVault {

  /** A case with what goes into the vault; texts are those that masking changed, by their part. */
  public record Deposit(UUID caseId, Contact contact, Map<String, String> texts) {}

  /** What the vault gives back. */
  public record Opened(Contact contact, Map<String, String> texts) {}

  private record Stored(String name, String phone, String ext, String altPhone, String altExt) {}

  /** Begins the names of what the citizen wrote with own ratings; the round follows. */
  public static final String OF_A_RATING = "rating-";

  /** Begins the names of parts that were corrected since. */
  private static final String BEFORE = "before-";

  private static final Logger LOG = Logger.getLogger(ContactVault.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final VaultKeys keys;
  private final JoinedConnection database;

  @Inject
  ContactVault(VaultKeys keys, JoinedConnection database) {
    this.keys = keys;
    this.database = database;
  }

  /** Pseudonym of the caller for events: keyed, the same for the same number; null without one. */
  public String callerRef(Contact contact) {
    return contact.phone() == null ? null : keys.pseudonym(contact.phone());
  }

  /** The hash under which cases of this number are found. */
  public byte[] searchHash(PhoneNumber phone) {
    return keys.searchHash(phone);
  }

  /** Names a reply of this line, without saying what it is. */
  public String replyDigest(PhoneNumber from, String told) {
    return keys.replyDigest(from.canonical() + '\n' + told);
  }

  /**
   * @return what else is to be kept about these persons is sealed with it
   */
  public Map<UUID, CaseKey> keep(List<Deposit> deposits) {
    return database.call(tx -> insert(tx, deposits));
  }

  private Map<UUID, CaseKey> insert(Connection connection, List<Deposit> deposits)
      throws SQLException {
    try (PreparedStatement contacts =
            connection.prepareStatement(
                "INSERT INTO vault_contact (case_id, key_version, wrapped_key, sealed, phone_hash, alt_phone_hash)"
                    + " VALUES (?, ?, ?, ?, ?, ?)");
        PreparedStatement texts = insertText(connection)) {
      boolean anyText = false;
      Map<UUID, CaseKey> made = new HashMap<>();
      for (Deposit deposit : deposits) {
        byte[] key = Sealing.newKey();
        add(contacts, deposit, key);
        made.put(deposit.caseId(), new CaseKey(deposit.caseId(), key));
        for (Map.Entry<String, String> text : deposit.texts().entrySet()) {
          add(texts, deposit.caseId(), key, text.getKey(), text.getValue());
          anyText = true;
        }
      }
      contacts.executeBatch();
      if (anyText) {
        texts.executeBatch();
      }
      return made;
    }
  }

  /** Keeps one more text of a case as it was told. */
  public void keepText(UUID caseId, String part, String text) {
    database.call(
        tx -> {
          try (PreparedStatement insert = insertText(tx)) {
            add(insert, caseId, keyOf(tx, caseId), part, text);
            return insert.executeBatch();
          }
        });
  }

  /**
   * Texts were corrected: those of before are kept under another name, with the number of the
   * correction.
   *
   * @param texts what was told now, by its part; empty where nothing of it is masked
   */
  public void retell(UUID caseId, int correctionNo, Map<String, Optional<String>> texts) {
    if (texts.isEmpty()) {
      return;
    }
    database.call(
        tx -> {
          byte[] key = keyOf(tx, caseId);
          Map<String, String> before = texts(tx, caseId, key);
          try (PreparedStatement delete =
                  tx.prepareStatement("DELETE FROM vault_text WHERE case_id = ? AND part = ?");
              PreparedStatement insert = insertText(tx)) {
            for (Map.Entry<String, Optional<String>> text : texts.entrySet()) {
              String part = text.getKey();
              if (before.containsKey(part)) {
                delete.setObject(1, caseId);
                delete.setString(2, part);
                delete.addBatch();
                add(insert, caseId, key, BEFORE + correctionNo + "-" + part, before.get(part));
              }
              if (text.getValue().isPresent()) {
                add(insert, caseId, key, part, text.getValue().get());
              }
            }
            delete.executeBatch();
            insert.executeBatch();
          }
          return null;
        });
  }

  /**
   * Who reported was told after the case was kept; it must be there.
   *
   * @param texts those that are masked only now, as they were told, by their part
   */
  public void tell(UUID caseId, Contact contact, Map<String, String> texts) {
    database.call(
        tx -> {
          byte[] key = keyOf(tx, caseId);
          try (PreparedStatement update =
              tx.prepareStatement(
                  "UPDATE vault_contact SET sealed = ?, phone_hash = ?, alt_phone_hash = ? WHERE case_id = ?")) {
            update.setBytes(1, Sealing.seal(key, write(contact), bound(caseId, "contact")));
            update.setBytes(2, contact.phone() == null ? null : keys.searchHash(contact.phone()));
            update.setBytes(
                3, contact.altPhone() == null ? null : keys.searchHash(contact.altPhone()));
            update.setObject(4, caseId);
            update.executeUpdate();
          }
          try (PreparedStatement insert = insertText(tx)) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
              add(insert, caseId, key, text.getKey(), text.getValue());
            }
            return insert.executeBatch();
          }
        });
  }

  /** The contact alone; empty when the person was erased. */
  public Optional<Contact> contact(UUID caseId) {
    return database.call(tx -> contact(tx, caseId)).map(Found::contact);
  }

  /** The contacts of many; none of those whose person was erased. */
  public Map<UUID, Contact> contacts(Collection<UUID> caseIds) {
    Map<UUID, Contact> found = new HashMap<>();
    keyed(caseIds).forEach((caseId, keyed) -> found.put(caseId, keyed.contact()));
    return found;
  }

  /** A contact with what seals texts about the person. */
  public record Keyed(Contact contact, CaseKey key) {}

  /** The same with their keys. */
  public Map<UUID, Keyed> keyed(Collection<UUID> caseIds) {
    return keyed(caseIds, false);
  }

  /** The same without those that cannot be opened: sealed with another master key, or damaged. */
  public Map<UUID, Keyed> readable(Collection<UUID> caseIds) {
    return keyed(caseIds, true);
  }

  private Map<UUID, Keyed> keyed(Collection<UUID> caseIds, boolean readableOnly) {
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT case_id, wrapped_key, sealed FROM vault_contact WHERE case_id = ANY (?)")) {
            select.setArray(1, tx.createArrayOf("uuid", caseIds.toArray()));
            try (ResultSet rows = select.executeQuery()) {
              Map<UUID, Keyed> found = new HashMap<>();
              while (rows.next()) {
                UUID caseId = rows.getObject(1, UUID.class);
                byte[] wrapped = rows.getBytes(2);
                byte[] sealed = rows.getBytes(3);
                try {
                  Found opened = opened(caseId, wrapped, sealed);
                  found.put(caseId, new Keyed(opened.contact(), new CaseKey(caseId, opened.key())));
                } catch (RuntimeException unreadable) {
                  if (!readableOnly) {
                    throw unreadable;
                  }
                  LOG.warnf("The vault entry of case %s cannot be opened", caseId);
                }
              }
              return found;
            }
          }
        });
  }

  /** Contact and texts as they stand by now; empty when the person was erased. */
  public Optional<Opened> open(UUID caseId) {
    return database.call(
        tx -> {
          Optional<Found> found = contact(tx, caseId);
          return found.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Opened(found.get().contact(), texts(tx, caseId, found.get().key())));
        });
  }

  private record Found(Contact contact, byte[] key) {}

  private Optional<Found> contact(Connection connection, UUID caseId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT wrapped_key, sealed FROM vault_contact WHERE case_id = ?")) {
      select.setObject(1, caseId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(opened(caseId, row.getBytes(1), row.getBytes(2)));
      }
    }
  }

  private Found opened(UUID caseId, byte[] wrappedKey, byte[] sealed) {
    byte[] key = Sealing.open(keys.wrapping(), wrappedKey, bound(caseId, "key"));
    return new Found(read(Sealing.open(key, sealed, bound(caseId, "contact"))), key);
  }

  private static Map<String, String> texts(Connection connection, UUID caseId, byte[] key)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT part, sealed FROM vault_text WHERE case_id = ? AND NOT starts_with(part, '"
                + BEFORE
                + "')")) {
      select.setObject(1, caseId);
      try (ResultSet rows = select.executeQuery()) {
        Map<String, String> texts = new TreeMap<>();
        while (rows.next()) {
          String part = rows.getString(1);
          texts.put(
              part,
              new String(
                  Sealing.open(key, rows.getBytes(2), bound(caseId, part)),
                  StandardCharsets.UTF_8));
        }
        return texts;
      }
    }
  }

  private byte[] keyOf(Connection connection, UUID caseId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT wrapped_key FROM vault_contact WHERE case_id = ?")) {
      select.setObject(1, caseId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("The vault has no key for case " + caseId);
        }
        return Sealing.open(keys.wrapping(), row.getBytes(1), bound(caseId, "key"));
      }
    }
  }

  private void add(PreparedStatement insert, Deposit deposit, byte[] key) throws SQLException {
    Contact contact = deposit.contact();
    insert.setObject(1, deposit.caseId());
    insert.setShort(2, VaultKeys.VERSION);
    insert.setBytes(3, Sealing.seal(keys.wrapping(), key, bound(deposit.caseId(), "key")));
    insert.setBytes(4, Sealing.seal(key, write(contact), bound(deposit.caseId(), "contact")));
    insert.setBytes(5, contact.phone() == null ? null : keys.searchHash(contact.phone()));
    insert.setBytes(6, contact.altPhone() == null ? null : keys.searchHash(contact.altPhone()));
    insert.addBatch();
  }

  private static PreparedStatement insertText(Connection connection) throws SQLException {
    return connection.prepareStatement(
        "INSERT INTO vault_text (case_id, part, sealed) VALUES (?, ?, ?)");
  }

  private static void add(
      PreparedStatement insert, UUID caseId, byte[] key, String part, String text)
      throws SQLException {
    insert.setObject(1, caseId);
    insert.setString(2, part);
    insert.setBytes(
        3, Sealing.seal(key, text.getBytes(StandardCharsets.UTF_8), bound(caseId, part)));
    insert.addBatch();
  }

  static byte[] bound(UUID caseId, String part) {
    byte[] name = part.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(16 + name.length)
        .putLong(caseId.getMostSignificantBits())
        .putLong(caseId.getLeastSignificantBits())
        .put(name)
        .array();
  }

  private static byte[] write(Contact contact) {
    PhoneNumber phone = contact.phone();
    PhoneNumber other = contact.altPhone();
    try {
      return JSON.writeValueAsBytes(
          new Stored(
              contact.name(),
              phone == null ? null : phone.canonical(),
              phone == null ? null : phone.extension(),
              other == null ? null : other.canonical(),
              other == null ? null : other.extension()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A contact cannot be written", e);
    }
  }

  private static Contact read(byte[] plain) {
    try {
      Stored stored = JSON.readValue(plain, Stored.class);
      return new Contact(
          stored.name(),
          stored.phone() == null ? null : new PhoneNumber(stored.phone(), stored.ext()),
          stored.altPhone() == null ? null : new PhoneNumber(stored.altPhone(), stored.altExt()));
    } catch (IOException e) {
      // The text of the fault could hold the contact.
      throw new IllegalStateException("A contact in the vault cannot be read");
    }
  }
}
