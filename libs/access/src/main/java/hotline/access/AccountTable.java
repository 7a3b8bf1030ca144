package hotline.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** The table {@code seen_account} in the service's own database. */
@ApplicationScoped
class AccountTable {
  private final Instance<DataSource> database;

  @Inject
  AccountTable(Instance<DataSource> database) {
    this.database = database;
  }

  /** All in one statement; one that another instance wrote the same day is left as it is. */
  void write(List<NamedAccount> accounts) throws SQLException {
    try (Connection connection = database.get().getConnection();
        PreparedStatement upsert =
            connection.prepareStatement(
                "insert into seen_account (account_id, login, name)"
                    + " select * from unnest(?::text[], ?::text[], ?::text[])"
                    + " on conflict (account_id) do update"
                    + " set login = excluded.login, name = excluded.name, seen_at = excluded.seen_at"
                    + " where (seen_account.login, seen_account.name) is distinct from (excluded.login, excluded.name)"
                    + " or seen_account.seen_at < excluded.seen_at - interval '23 hours'")) {
      upsert.setArray(1, texts(connection, accounts, NamedAccount::id));
      upsert.setArray(2, texts(connection, accounts, NamedAccount::login));
      upsert.setArray(3, texts(connection, accounts, NamedAccount::name));
      upsert.executeUpdate();
    }
  }

  /** Those that are known, by their ids. */
  List<NamedAccount> find(Collection<String> ids) throws SQLException {
    try (Connection connection = database.get().getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select account_id, login, name from seen_account where account_id = any (?) order by account_id")) {
      select.setArray(1, connection.createArrayOf("text", ids.toArray()));
      List<NamedAccount> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(new NamedAccount(row.getString(1), row.getString(2), row.getString(3)));
        }
      }
      return found;
    }
  }

  /** Forgets up to {@code limit} that were not seen for so many years; returns how many. */
  int forget(int years, int limit) throws SQLException {
    try (Connection connection = database.get().getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from seen_account where account_id = any (array("
                    + "select account_id from seen_account where seen_at < now() - make_interval(years => ?)"
                    + " order by seen_at limit ? for update skip locked))")) {
      delete.setInt(1, years);
      delete.setInt(2, limit);
      return delete.executeUpdate();
    }
  }

  private static java.sql.Array texts(
      Connection connection, List<NamedAccount> accounts, Function<NamedAccount, String> part)
      throws SQLException {
    return connection.createArrayOf("text", accounts.stream().map(part).toArray());
  }
}
