package hotline.dispatch.timekeeping;

import hotline.access.Invalid;
import hotline.access.NotFound;
import hotline.dispatch.limits.AdoptedPolicy;
import hotline.dispatch.limits.LimitPolicies;
import hotline.dispatch.limits.LimitRow;
import hotline.dispatch.limits.PolicyName;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The tables of limits as people read them. */
@ApplicationScoped
class LimitPages {

  private final DataSource database;
  private final LimitPolicies policies;
  private final Recomputations recomputations;

  LimitPages(DataSource database, LimitPolicies policies, Recomputations recomputations) {
    this.database = database;
    this.policies = policies;
    this.recomputations = recomputations;
  }

  /** A shipped table. */
  @Schema(name = "LimitPreset")
  public record Preset(String name, List<LimitRow> rows) {}

  /** A list that is whole. */
  @Schema(name = "LimitPresets")
  public record Presets(List<Preset> items, long count) {}

  /** A list that is whole, the newest first. */
  @Schema(name = "LimitVersions")
  public record Versions(List<LimitsView> items, long count) {}

  LimitsView inForce() {
    return read(
        tx -> {
          AdoptedPolicy adopted = policies.adopted(tx);
          return view(tx, adopted, adopted.version());
        });
  }

  LimitsView version(int version) {
    return read(
        tx ->
            view(
                tx,
                policies
                    .find(tx, version)
                    .orElseThrow(() -> new NotFound("时限表版本", "version of the limits")),
                policies.adopted(tx).version()));
  }

  Versions all() {
    return read(
        tx -> {
          List<LimitsView> items = new ArrayList<>();
          List<AdoptedPolicy> adopted = policies.all(tx);
          for (AdoptedPolicy one : adopted) {
            items.add(view(tx, one, adopted.get(0).version()));
          }
          return new Versions(items, items.size());
        });
  }

  Presets presets() {
    return read(
        tx -> {
          List<Preset> items = new ArrayList<>();
          for (PolicyName name : policies.presets(tx)) {
            items.add(new Preset(name.policy(), policies.rows(tx, name)));
          }
          return new Presets(items, items.size());
        });
  }

  /** The rows that a change asks for, checked. */
  List<LimitRow> asked(LimitsChange change) {
    return read(tx -> asked(tx, change));
  }

  List<LimitRow> asked(Connection tx, LimitsChange change) throws SQLException {
    List<LimitRow> rows = change.rows();
    if (change.preset() != null) {
      PolicyName preset =
          policies.presets(tx).stream()
              .filter(known -> known.policy().equals(change.preset()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new Invalid(
                          "preset",
                          "unknown-preset",
                          "没有这个预设方案。请从预设列表中选择。",
                          "There is no such preset. Choose one from the list."));
      rows = rows == null ? policies.rows(tx, preset) : rows;
    }
    LimitsChange.check(rows);
    return rows;
  }

  private LimitsView view(Connection tx, AdoptedPolicy of, int newest) throws SQLException {
    return LimitsView.of(
        of,
        of.version() == newest,
        policies.rows(tx, of.name()),
        of.openCases() ? recomputations.find(tx, of.reckoning()).orElse(null) : null);
  }

  private interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  private <T> T read(Reading<T> reading) {
    try (Connection connection = database.getConnection()) {
      return reading.from(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("Limits cannot be read", e);
    }
  }
}
