package hotline.dispatch.endorsement;

import hotline.access.Actor;
import hotline.access.Violations;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.DirectoryStore;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.Urgency;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which acts of a unit need its leader's signature from a moment on; the rule of before ends there.
 */
@ApplicationScoped
public class SetEndorsementRule {

  private final EndorsementRuleStore rules;
  private final DirectoryStore directory;
  private final JoinedConnection connection;
  private final Clock clock;

  SetEndorsementRule(
      EndorsementRuleStore rules,
      DirectoryStore directory,
      JoinedConnection connection,
      Clock clock) {
    this.rules = rules;
    this.directory = directory;
    this.connection = connection;
    this.clock = clock;
  }

  /**
   * What an administrator says.
   *
   * @param kind absent for every kind of case
   * @param urgency absent for every urgency
   * @param validFrom absent for now; never in the past
   */
  @Schema(name = "EndorsementRuleEntry")
  public record Entry(
      String unitId,
      EndorsedAct act,
      CaseKind kind,
      Urgency urgency,
      EndorsementNeed need,
      Instant validFrom) {}

  @Transactional
  public EndorsementRuleView set(Actor actor, Entry entry) {
    Instant now = Cause.now(clock);
    check(entry, now);
    EndorsementRule rule =
        connection.call(
            tx -> {
              EndorsementRule next =
                  new EndorsementRule(
                      rules.next(tx),
                      entry.unitId(),
                      entry.act(),
                      entry.kind(),
                      entry.urgency(),
                      entry.need(),
                      entry.validFrom() == null
                          ? now
                          : entry.validFrom().truncatedTo(ChronoUnit.MICROS),
                      actor.userId(),
                      now);
              rules.add(tx, next);
              return next;
            });
    return EndorsementRuleView.of(rule, directory.recent(), !rule.validFrom().isAfter(now));
  }

  private void check(Entry entry, Instant now) {
    new Violations()
        .require(
            directory.current().unit(entry.unitId()).filter(Unit::active).isPresent(),
            "unitId",
            "unknown-unit",
            "承办单位不存在或已停用。请从列表中选择。",
            "The unit does not exist or is out of service. Choose one from the list.")
        .require(
            entry.act() != null,
            "act",
            "required",
            "请选择须签发的事项：答复或退单申请。",
            "Say what it is about: replies or requests to give a case back.")
        .require(
            entry.need() != null,
            "need",
            "required",
            "请选择须签发、无须签发或沿用上级规则。",
            "Say whether the signature is needed, not needed, or as the unit above says.")
        .require(
            entry.validFrom() == null || !entry.validFrom().isBefore(now),
            "validFrom",
            "in-the-past",
            "生效时间不能早于现在。留空表示立即生效。",
            "A rule cannot begin in the past. Leave the time empty for now.")
        .throwIfAny();
  }
}
