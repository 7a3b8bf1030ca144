package hotline.relay;

/** Names of the tables, found through the search path unless a schema is given. */
final class Tables {

  private Tables() {}

  static String name(String schema, String table) {
    return schema == null ? table : '"' + schema.replace("\"", "\"\"") + "\"." + table;
  }
}
