package hotline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New migrations run beside a working service (docs/operations.md, Exchanging a version). */
class MigrationTest {

  /** Up to these they were written for databases that nobody worked with yet. */
  private static final Map<String, Integer> ACCEPTED =
      Map.of("intake", 23, "dispatch", 35, "evaluation", 19, "reporting", 24);

  private static final Pattern NAME = Pattern.compile("V(\\d+)__\\w+\\.sql");

  @Test
  void no_new_migration_holds_a_lock_for_longer_than_a_moment() throws IOException {
    Map<String, List<String>> broken = new TreeMap<>();
    for (Map.Entry<String, Integer> each : ACCEPTED.entrySet()) {
      Path folder = Path.of("../..", each.getKey() + "-service/src/main/resources/db/migration");
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Matcher name = NAME.matcher(file.getFileName().toString());
          if (name.matches() && Integer.parseInt(name.group(1)) > each.getValue()) {
            Path conf = file.resolveSibling(file.getFileName() + ".conf");
            List<String> found =
                MigrationRules.broken(
                    Files.readString(file),
                    Files.exists(conf)
                        && Files.readString(conf).contains("executeInTransaction=false"));
            if (!found.isEmpty()) {
              broken.put(each.getKey() + " " + file.getFileName(), found);
            }
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "false | create index a_of_b on hotline_case (a);",
        "false | create index concurrently a_of_b on hotline_case (a);",
        "true  | create index concurrently a_of_b on hotline_case (a);",
        "false | set local lock_timeout = '5s'; update hotline_case set a = 1;",
        "false | alter table hotline_case add column a int;",
        "false | create table b (a uuid references hotline_case);",
        "false | set local lock_timeout = '5s'; create table b (a uuid references c); alter table c"
            + " add column d int;",
        "false | create trigger t after insert on hotline_case for each row execute function f();",
        "false | set local lock_timeout = '5s'; alter table c add constraint d check (e > 0);",
        "false | set local lock_timeout = '5s'; alter table c alter column d set not null;"
      })
  void what_holds_a_lock_is_found(boolean alone, String sql) {
    assertThat(MigrationRules.broken(sql, alone)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "false | create table b (a int); create index a_of_b on b (a); update b set a = 1;",
        "true  | drop index concurrently if exists i; create index concurrently i on c (a);",
        "false | set local lock_timeout = '5s'; alter table c add constraint d check (e > 0) not"
            + " valid;",
        "false | set local lock_timeout = '5s'; lock table c, d in access exclusive mode; create table"
            + " b (a uuid references d); alter table d add column e int;",
        "false | alter table c validate constraint d; set local lock_timeout = '5s';",
        "false | insert into supervision_limit (name, value) values ('a', 'b');"
      })
  void what_takes_a_moment_may_be_done(boolean alone, String sql) {
    assertThat(MigrationRules.broken(sql, alone)).isEmpty();
  }
}
