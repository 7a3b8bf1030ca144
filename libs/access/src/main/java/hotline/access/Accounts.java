package hotline.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose accounts these are, as far as they have acted in this service: what it wrote with an id, it
 * wrote by a token that said the name.
 */
@ApplicationScoped
public class Accounts {
  static final int MOST_AT_ONCE = 100;

  private final AccountTable table;

  @Inject
  Accounts(AccountTable table) {
    this.table = table;
  }

  /**
   * By one statement; refuses with 400 what is not from 1 to {@value MOST_AT_ONCE} ids.
   *
   * @param ids user ids with commas between them
   */
  public NamedAccounts named(String ids) {
    Set<String> asked =
        ids == null
            ? Set.of()
            : Arrays.stream(ids.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    if (asked.isEmpty() || asked.size() > MOST_AT_ONCE) {
      throw new Invalid(
          "ids",
          "not-so-many",
          "一次可查询 1 至 " + MOST_AT_ONCE + " 个账号。",
          "From 1 to " + MOST_AT_ONCE + " accounts at once.");
    }
    if (!asked.stream().allMatch(NamedAccount::isKept)) {
      throw new Invalid("ids", "not-an-id", "账号标识无效。", "This is not the id of an account.");
    }
    try {
      List<NamedAccount> found = table.find(asked);
      return new NamedAccounts(found, found.size());
    } catch (SQLException e) {
      throw new IllegalStateException("The accounts cannot be read", e);
    }
  }
}
