package hotline.reporting.ranking;

import static hotline.access.Roles.ANALYST;
import static hotline.access.Roles.ASSESSMENT_CLERK;
import static hotline.access.Roles.LEADER;
import static hotline.access.Roles.SUPERVISOR;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Versioned;
import hotline.lifecycle.KpiDirection;
import hotline.lifecycle.KpiTransform;
import hotline.lifecycle.RankingRule;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The rules by which units are ranked: shipped ones to start from, adopted ones that count. */
@Path("/api/ranking-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "rankings")
public class RankingRuleResource {

  private final ReadRankings read;
  private final AdoptRule adopt;
  private final ConfirmRule confirm;
  private final CurrentActor actor;

  RankingRuleResource(ReadRankings read, AdoptRule adopt, ConfirmRule confirm, CurrentActor actor) {
    this.read = read;
    this.adopt = adopt;
    this.confirm = confirm;
    this.actor = actor;
  }

  /** A rule to be adopted; its version comes with the adoption. */
  @Schema(name = "RankingRuleDraft")
  public record Draft(
      String preset,
      String nameZh,
      String nameEn,
      LocalDate validFrom,
      LocalDate validTo,
      Integer minCases,
      Integer shrinkage,
      @Schema(description = "time to object: 3wd, 2nd, 30nm") String checkLimit,
      List<DraftTier> tiers,
      List<DraftTerm> terms) {

    RankingRule rule() {
      return new RankingRule(
          0,
          preset,
          nameZh,
          nameEn,
          validFrom,
          validTo,
          minCases == null ? 0 : minCases,
          shrinkage,
          checkLimit,
          tiers == null
              ? null
              : tiers.stream().map(tier -> tier == null ? null : tier.tier()).toList(),
          terms == null
              ? null
              : terms.stream().map(term -> term == null ? null : term.term()).toList());
    }
  }

  /** A tier of a draft. */
  @Schema(name = "RankingTierDraft")
  public record DraftTier(
      String code,
      String nameZh,
      String nameEn,
      List<Integer> levels,
      Boolean ofAPlace,
      List<String> units) {
    private RankingRule.Tier tier() {
      return new RankingRule.Tier(code, nameZh, nameEn, levels, ofAPlace, units);
    }
  }

  /** A rate of a draft and what it is worth. */
  @Schema(name = "RankingTermDraft")
  public record DraftTerm(
      String kpi,
      BigDecimal weight,
      KpiDirection direction,
      BigDecimal floor,
      BigDecimal ceiling,
      KpiTransform transform) {
    private RankingRule.Term term() {
      return new RankingRule.Term(kpi, weight, direction, floor, ceiling, transform);
    }
  }

  /**
   * A rule that was adopted.
   *
   * @param adoptedBy user id
   * @param confirmedBy user id of the second person; null when it reached back to no day before
   */
  @Schema(name = "AdoptedRankingRule")
  public record Adopted(RankingRule rule, String adoptedBy, Instant adoptedAt, String confirmedBy) {
    private static Adopted of(AdoptedRule one) {
      return new Adopted(one.rule(), one.adoptedBy(), one.adoptedAt(), one.confirmedBy());
    }
  }

  /**
   * A rule that reaches back before the day of its proposal; not in force.
   *
   * @param rule with the version that it will have
   * @param proposedBy user id; does not confirm it
   */
  @Schema(name = "ProposedRankingRule")
  public record Proposed(UUID proposalId, RankingRule rule, String proposedBy, Instant proposedAt) {
    private static Proposed of(ProposedRule one) {
      return new Proposed(one.proposalId(), one.rule(), one.proposedBy(), one.proposedAt());
    }
  }

  /**
   * What became of a draft.
   *
   * @param inForce false while it waits for a second person
   */
  @Schema(name = "RankingRuleAdoption")
  public record Adoption(RankingRule rule, boolean inForce) {}

  /**
   * A rule that is shipped.
   *
   * @param notCounted what belongs to it in the field and is not counted here
   */
  @Schema(name = "RankingRulePreset")
  public record ShippedRule(
      RankingRule rule, String noteZh, String noteEn, List<String> notCounted) {}

  /**
   * All rules.
   *
   * @param version of the newest, for the next adoption
   * @param items adopted ones, the newest first
   * @param proposed that waits for a second person; null for none
   * @param kpis that a rule may name
   */
  @Schema(name = "RankingRules")
  public record All(
      int version,
      List<Adopted> items,
      Proposed proposed,
      List<ShippedRule> presets,
      List<String> kpis) {}

  @GET
  @RolesAllowed({ASSESSMENT_CLERK, SUPERVISOR, LEADER, ANALYST})
  @Operation(
      operationId = "listRankingRules",
      summary = "Adopted rules and shipped ones 考核规则",
      description =
          "The newest adopted rule that is valid for the whole of a period counts for it; while none"
              + " is, the shipped three-rates does. Weights are the city's own choice.")
  public RestResponse<All> list() {
    ReadRankings.Rules rules = read.rules();
    List<AdoptedRule> adopted = rules.adopted();
    int version = adopted.isEmpty() ? 0 : adopted.get(0).rule().version();
    return Versioned.ok(
        new All(
            version,
            adopted.stream().map(Adopted::of).toList(),
            rules.proposed() == null ? null : Proposed.of(rules.proposed()),
            Presets.all().stream()
                .map(
                    one ->
                        new ShippedRule(one.rule(), one.noteZh(), one.noteEn(), one.notCounted()))
                .toList(),
            Arrays.stream(Kpi.values()).map(Kpi::code).toList()),
        version);
  }

  @POST
  @Idempotent
  @RolesAllowed(ASSESSMENT_CLERK)
  @Operation(
      operationId = "adoptRankingRule",
      summary = "Adopt a rule as a whole 启用考核规则",
      description =
          "Role: assessment-clerk. Rankings that were submitted keep theirs. One that is valid from a"
              + " day before today, or from ever, is proposed and not in force (inForce = false)"
              + " until a second person confirms it. If-Match: version of the newest rule, 0 for"
              + " none. Needs Idempotency-Key.")
  public RestResponse<Adoption> adopt(
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Draft draft) {
    IfMatch read = IfMatch.of(ifMatch);
    AdoptRule.Adoption adoption = adopt.adopt(draft.rule(), read, actor.get());
    return Versioned.created(
        new Adoption(adoption.rule(), adoption.inForce()),
        adoption.inForce() ? adoption.rule().version() : read.version());
  }

  @POST
  @Path("/previews")
  @RolesAllowed({ASSESSMENT_CLERK, SUPERVISOR, LEADER})
  @Operation(
      operationId = "previewRankingRule",
      summary = "Who would stand where by another rule 试算考核规则",
      description =
          "Roles: assessment-clerk, supervisor, leader. The cases of [from, to) (Asia/Shanghai, at most"
              + " a quarter), counted once and ranked by the rule of that period and by this one. Keeps"
              + " nothing.")
  public RuleTrial preview(
      @QueryParam("from") String from, @QueryParam("to") String to, Draft draft) {
    return read.trial(RankingPeriod.of(from, to), draft.rule());
  }

  @POST
  @Path("/proposals/{id}/confirmation")
  @Consumes(MediaType.WILDCARD)
  @Idempotent
  @RolesAllowed({ASSESSMENT_CLERK, SUPERVISOR})
  @Operation(
      operationId = "confirmRankingRule",
      summary = "Put a rule that reaches back in force 确认启用追溯规则",
      description =
          "Roles: assessment-clerk, supervisor; not who proposed it. Refused when another rule was"
              + " adopted since. Needs Idempotency-Key.")
  public RestResponse<Adoption> confirm(@RestPath UUID id) {
    RankingRule rule = confirm.confirm(id, actor.get());
    return Versioned.ok(new Adoption(rule, true), rule.version());
  }

  @POST
  @Path("/proposals/{id}/dropping")
  @Consumes(MediaType.WILDCARD)
  @Idempotent
  @RolesAllowed({ASSESSMENT_CLERK, SUPERVISOR})
  @Operation(
      operationId = "dropRankingRule",
      summary = "Do not adopt the rule that waits 撤销待确认规则",
      description = "Roles: assessment-clerk, supervisor. Needs Idempotency-Key.")
  public Adoption drop(@RestPath UUID id) {
    return new Adoption(confirm.drop(id, actor.get()), false);
  }
}
