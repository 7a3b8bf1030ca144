package hotline.dispatch.directory;

import hotline.access.Actor;
import hotline.access.files.CsvTable;
import hotline.access.files.FileText;
import hotline.access.files.NamedColumns;
import hotline.access.files.SpreadsheetCell;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes over a whole tree from a CSV file: looked at first, then written in one transaction. The
 * same file again changes nothing.
 */
@ApplicationScoped
class ImportTree {

  static final int MOST_ROWS = 20_000;

  private final TreeStore store;
  private final JoinedConnection connection;
  private final Clock clock;

  ImportTree(TreeStore store, JoinedConnection connection, Clock clock) {
    this.store = store;
    this.connection = connection;
    this.clock = clock;
  }

  @Transactional
  public TreeReport look(Tree tree, byte[] file, boolean endMissing) {
    List<TreeRow> rows = rows(tree, file);
    return connection.call(
        tx -> {
          TreePlan plan = TreePlan.of(tree, store.all(tx, tree), rows, endMissing);
          return TreeReport.of(plan, digest(file, plan), false);
        });
  }

  /**
   * @param looked the digest that looking at the file told
   */
  @Transactional
  public TreeReport write(Actor actor, Tree tree, byte[] file, boolean endMissing, String looked) {
    List<TreeRow> rows = rows(tree, file);
    return connection.call(
        tx -> {
          store.lock(tx);
          TreePlan plan = TreePlan.of(tree, store.all(tx, tree), rows, endMissing);
          String digest = digest(file, plan);
          // An answer that was lost is asked for again: then nothing is left to write.
          if (!plan.changes().isEmpty() && !digest.equals(looked)) {
            throw new TreeHasChanged();
          }
          if (plan.isGood()) {
            store.save(
                tx,
                tree,
                plan.changes(),
                actor.userId(),
                true,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
          }
          return TreeReport.of(plan, digest, plan.isGood());
        });
  }

  static List<TreeRow> rows(Tree tree, byte[] file) {
    List<List<String>> table = CsvTable.read(FileText.decode(file), MOST_ROWS);
    NamedColumns<TreeColumn> columns = NamedColumns.of(TreeColumn.class, table.get(0));
    List<TreeRow> rows = new ArrayList<>();
    for (int i = 1; i < table.size(); i++) {
      if (!table.get(i).stream().allMatch(String::isBlank)) {
        rows.add(TreeRow.of(tree, columns, i + 1, table.get(i)));
      }
    }
    return rows;
  }

  private static String digest(byte[] file, TreePlan plan) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(file);
      // What would change, as it stands now: an act by hand in between is not undone unseen.
      sha.update(plan.changes().toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /** All columns and examples; with a BOM spreadsheets recognise UTF-8. */
  static String template(Tree tree) {
    Stream<List<String>> examples =
        tree == Tree.CATEGORIES
            ? Stream.of(
                List.of("90", "", "示例一级分类", "Example level 1", "1", "是"),
                List.of("9001", "90", "示例二级分类", "Example level 2", "2", "是"),
                List.of("900101", "9001", "示例三级分类", "Example level 3", "3", "是"))
            : Stream.of(
                List.of("9901", "", "示例市", "", "city", "是"),
                List.of("990102", "9901", "示例区", "", "district", "是"),
                List.of("990102001", "990102", "示例街道", "", "street", "是"),
                List.of("990102001001", "990102001", "示例社区", "", "community", "是"));
    return "\ufeff"
        + NamedColumns.header(TreeColumn.class)
        + "\r\n"
        + examples
            .map(
                cells ->
                    cells.stream().map(SpreadsheetCell::write).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\r\n", "", "\r\n"));
  }
}
