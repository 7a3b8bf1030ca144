package hotline.intake.knowledge;

import hotline.relay.quarkus.JoinedConnection;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items in the database. */
@ApplicationScoped
class KnowledgeRepository implements PanacheRepositoryBase<KnowledgeItem, String> {
  private final JoinedConnection database;

  @Inject
  KnowledgeRepository(JoinedConnection database) {
    this.database = database;
  }

  /** For an act: nobody else changes the item until the transaction ends. */
  KnowledgeItem locked(String code) {
    return Optional.ofNullable(findById(code, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(KnowledgeCode::unknown);
  }

  KnowledgeItem known(String code) {
    return findByIdOptional(code).orElseThrow(KnowledgeCode::unknown);
  }

  /** Writes what an act changed; returns how the item stands now. */
  KnowledgeRef saved(KnowledgeItem changed) {
    persist(changed);
    flush();
    return new KnowledgeRef(
        changed.code(),
        changed.status(),
        changed.publishedVersion(),
        changed.draftVersion(),
        changed.version());
  }

  String nextCode() {
    return nextCodes(1).get(0);
  }

  List<String> nextCodes(int count) {
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement("SELECT nextval('knowledge_code') FROM generate_series(1, ?)")) {
            select.setInt(1, count);
            try (ResultSet row = select.executeQuery()) {
              List<String> codes = new ArrayList<>();
              while (row.next()) {
                codes.add(KnowledgeCode.of(row.getLong(1)));
              }
              return codes;
            }
          }
        });
  }

  /**
   * The codes of the items that have one of these titles in any version or were imported with it,
   * retired ones too, keyed by owner and title with a line feed between. Whoever imports at the
   * same time waits: the same file twice makes no item twice.
   */
  Map<String, String> importing(Collection<String> titles) {
    return database.call(
        tx -> {
          try (PreparedStatement lock =
              tx.prepareStatement(
                  "SELECT pg_advisory_xact_lock(hashtext('knowledge_item.import'))")) {
            lock.execute();
          }
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT owner_unit, imported_as, code FROM knowledge_item WHERE imported_as = ANY (?)"
                      + " UNION ALL SELECT i.owner_unit, v.title, i.code FROM knowledge_version v"
                      + " JOIN knowledge_item i ON i.code = v.code WHERE v.title = ANY (?)")) {
            select.setArray(1, KnowledgeVersions.texts(tx, titles));
            select.setArray(2, KnowledgeVersions.texts(tx, titles));
            try (ResultSet row = select.executeQuery()) {
              Map<String, String> known = new HashMap<>();
              while (row.next()) {
                known.put(row.getString(1) + '\n' + row.getString(2), row.getString(3));
              }
              return known;
            }
          }
        });
  }
}
