package hotline.architecture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a migration may do while instances of the version before answer citizens: nothing that holds
 * a lock for longer than a moment on a table that lives.
 */
final class MigrationRules {

  /** A few rows at any time: to read them all takes a moment. */
  private static final Set<String> SMALL =
      Set.of(
          "callback_limit",
          "callback_policy",
          "caller_mark",
          "category",
          "limit_policy",
          "log_progress",
          "place",
          "ranking_rule",
          "reference_version",
          "retention_class",
          "routing_rule",
          "supervision_limit",
          "unit");

  private static final Pattern CREATED = statement("create (?:temporary |temp )?table (\\w+).*");
  private static final Pattern INDEX =
      statement("create (?:unique )?index (concurrently )?(?:if not exists )?(\\w+) on (\\w+).*");
  private static final Pattern DROPPED =
      statement("drop index (?:concurrently )?(?:if exists )?(\\w+).*");
  private static final Pattern FILLED = statement("(?:update|delete from) (\\w+).*");
  private static final Pattern LOCKED =
      statement(
          "(?:alter table (?:if exists )?(?:only )?|create (?:constraint )?trigger .*? on"
              + " )(\\w+).*");
  private static final Pattern CHECKED =
      statement(
          "alter table (\\w+) .*(?:add constraint (?!.* not valid)|set not null|add primary key|"
              + "alter column \\w+ type).*");
  private static final Pattern ALTERED = statement("alter table (?:if exists )?(?:only )?(\\w+).*");
  private static final Pattern TAKEN =
      statement("lock (?:table )?([\\w, ]+) in access exclusive mode");
  private static final Pattern REFERENCES = Pattern.compile("\\breferences (\\w+)");

  private MigrationRules() {}

  private static Pattern statement(String regex) {
    return Pattern.compile(regex);
  }

  /**
   * What is wrong with a migration, in words; empty for one that may run beside a working service.
   *
   * @param sql the text of the file
   * @param alone whether it runs outside a transaction, as its {@code .conf} says
   */
  static List<String> broken(String sql, boolean alone) {
    List<String> statements = statements(sql);
    Set<String> own = new HashSet<>();
    Set<String> live = new HashSet<>();
    Set<String> dropped = new HashSet<>();
    Set<String> taken = new HashSet<>();
    Set<String> referenced = new HashSet<>();
    List<String> broken = new ArrayList<>();
    for (String each : statements) {
      Matcher created = CREATED.matcher(each);
      Matcher index = INDEX.matcher(each);
      Matcher removed = DROPPED.matcher(each);
      Matcher filled = FILLED.matcher(each);
      Matcher locked = LOCKED.matcher(each);
      Matcher checked = CHECKED.matcher(each);
      if (created.matches()) {
        own.add(created.group(1));
      }
      if (removed.matches()) {
        dropped.add(removed.group(1));
      }
      if (index.matches()) {
        boolean beside = index.group(1) != null;
        if (beside && !(alone && dropped.contains(index.group(2)))) {
          broken.add(
              index.group(2)
                  + ": an index beside a working service is built outside a transaction (.sql.conf"
                  + " with executeInTransaction=false), after drop index concurrently if exists");
        }
        if (!beside && !own.contains(index.group(3)) && !SMALL.contains(index.group(3))) {
          broken.add(index.group(2) + ": the index of a live table is built concurrently");
        }
      }
      if (filled.matches() && isLarge(filled.group(1), own) && !alone) {
        broken.add(
            filled.group(1)
                + ": rows of a live table are filled in batches of their own, or by the service");
      }
      if (locked.matches() && !own.contains(locked.group(1))) {
        live.add(locked.group(1));
      }
      Matcher wholly = TAKEN.matcher(each);
      if (wholly.matches()) {
        taken.addAll(List.of(wholly.group(1).split(", ?")));
      }
      Matcher altered = ALTERED.matcher(each);
      if (altered.matches()
          && referenced.contains(altered.group(1))
          && !taken.contains(altered.group(1))) {
        broken.add(
            altered.group(1)
                + ": what is referenced and altered is locked first (lock table in access exclusive"
                + " mode): a lock that is made stronger meets who works in a deadlock");
      }
      Matcher references = REFERENCES.matcher(each);
      while (references.find()) {
        if (!own.contains(references.group(1))) {
          referenced.add(references.group(1));
          live.add(references.group(1));
        }
      }
      if (checked.matches() && isLarge(checked.group(1), own)) {
        broken.add(
            checked.group(1)
                + ": a constraint of a live table is added not valid, and validated by another"
                + " migration");
      }
    }
    if (!live.isEmpty() && statements.stream().noneMatch(MigrationRules::limitsItsWaiting)) {
      broken.add(live + ": who waits for a lock says for how long (set local lock_timeout)");
    }
    return broken;
  }

  private static boolean isLarge(String table, Set<String> own) {
    return !own.contains(table) && !SMALL.contains(table);
  }

  private static boolean limitsItsWaiting(String statement) {
    return statement.matches("set (local )?lock_timeout.*");
  }

  /** Statements in small letters on one line each, without comments and bodies of functions. */
  private static List<String> statements(String sql) {
    String plain =
        sql.replaceAll("--[^\\n]*", "")
            .replaceAll("(?s)\\$(\\w*)\\$.*?\\$\\1\\$", "''")
            .replaceAll("'(?:[^']|'')*'", "''")
            .toLowerCase(Locale.ROOT);
    List<String> statements = new ArrayList<>();
    for (String each : plain.split(";")) {
      String one = each.replaceAll("\\s+", " ").strip();
      if (!one.isEmpty()) {
        statements.add(one);
      }
    }
    return statements;
  }
}
