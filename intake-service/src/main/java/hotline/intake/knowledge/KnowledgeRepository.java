package hotline.intake.knowledge;

import hotline.relay.quarkus.JoinedConnection;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
    return database.call(
        tx -> {
          try (PreparedStatement select = tx.prepareStatement("SELECT nextval('knowledge_code')");
              ResultSet row = select.executeQuery()) {
            row.next();
            return KnowledgeCode.of(row.getLong(1));
          }
        });
  }
}
