package hotline.intake.knowledge;

import hotline.access.Violations;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Locale;

/**
 * What an answer says it was read out from. A version that was replaced or retired meanwhile is
 * right: it is what the citizen was told. A code of another knowledge base is taken as it is.
 */
@ApplicationScoped
public class ReadOut {

  /** Item and version as they are written here; both null for none. */
  public record Source(String item, String version) {}

  private record Found(boolean item, boolean version, Integer newest) {}

  private final JoinedConnection database;

  @Inject
  ReadOut(JoinedConnection database) {
    this.database = database;
  }

  /** Refuses an own item, or a version of it, that was never published. */
  public Source of(String typedItem, String typedVersion) {
    if (typedItem == null || !KnowledgeCode.isOwn(typedItem)) {
      return new Source(typedItem, typedVersion);
    }
    String code = typedItem.toUpperCase(Locale.ROOT);
    int version = typedVersion.matches("[0-9]{1,6}") ? Integer.parseInt(typedVersion) : 0;
    Found found = find(code, version);
    new Violations()
        .require(
            found.item(),
            "knowledgeItem",
            "unknown-value",
            "本知识库没有发布过编号 " + code + "。请从右侧知识库选择，或核对编号。",
            "No item " + code + " was published here. Choose one of the list, or check the code.")
        .require(
            !found.item() || found.version(),
            "knowledgeVersion",
            "unknown-value",
            "该条目没有这个版本，现行版本为 " + found.newest() + "。",
            "There is no such version of it; the newest is " + found.newest() + ".")
        .throwIfAny();
    return new Source(code, Integer.toString(version));
  }

  private Found find(String code, int version) {
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT published_version FROM knowledge_item WHERE code = ?"
                      + " AND published_version IS NOT NULL")) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
              if (!row.next()) {
                return new Found(false, false, null);
              }
              // Versions are published in their order, none is left out.
              int newest = row.getInt(1);
              return new Found(true, version >= 1 && version <= newest, newest);
            }
          }
        });
  }
}
