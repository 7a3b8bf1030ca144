package hotline.reporting.ranking;

import static hotline.access.Roles.ANALYST;
import static hotline.access.Roles.ASSESSMENT_CLERK;
import static hotline.access.Roles.CLERK;
import static hotline.access.Roles.LEADER;
import static hotline.access.Roles.SUPERVISOR;
import static hotline.access.Roles.UNIT_DESK;
import static hotline.access.Roles.UNIT_LEADER;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.Versioned;
import hotline.access.Violations;
import hotline.lifecycle.ErratumReason;
import hotline.reporting.headline.Period;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Scores and rankings of units, from the preview to the errata. */
@Path("/api/rankings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "rankings", description = "Scores and rankings of units 考核排名")
public class RankingResource {

  private static final int LARGEST_PAGE = 200;
  private static final int LONGEST_REASON = 2000;
  private static final int MOST_CASES = 100;
  // What is published holds nobody's telephone or identity number.
  private static final Pattern OF_A_PERSON =
      Pattern.compile("(?<!\\d)(1[3-9]\\d{9}|\\d{17}[\\dXx])(?!\\d)");

  private final ReadRankings read;
  private final CopiedCases copied;
  private final SubmitRanking submit;
  private final RepeatCopy repeat;
  private final ObjectToRanking object;
  private final FreezeRanking freeze;
  private final CorrectRanking correct;
  private final CurrentActor actor;

  RankingResource(
      ReadRankings read,
      CopiedCases copied,
      SubmitRanking submit,
      RepeatCopy repeat,
      ObjectToRanking object,
      FreezeRanking freeze,
      CorrectRanking correct,
      CurrentActor actor) {
    this.read = read;
    this.copied = copied;
    this.submit = submit;
    this.repeat = repeat;
    this.object = object;
    this.freeze = freeze;
    this.correct = correct;
    this.actor = actor;
  }

  /** 提交核对. */
  @Schema(name = "RankingSubmission")
  public record SubmissionForm(
      @Schema(required = true, format = "date", description = "first day 首日") String from,
      @Schema(required = true, format = "date", description = "first day not in it 末日的次日")
          String to,
      @Schema(required = true, description = "of the rule of the preview 预览所用规则的版本")
          Integer ruleVersion) {}

  /** 异议. */
  @Schema(name = "RankingObjectionForm")
  public record ObjectionForm(
      @Schema(required = true, description = "the own unit 本单位代码") String unitId,
      @Schema(required = true, maxLength = Objection.LONGEST, description = "异议内容") String words) {}

  /** 撤回. */
  @Schema(name = "RankingTakingBack")
  public record TakingBackForm(
      @Schema(required = true, maxLength = LONGEST_REASON, description = "撤回原因") String reason) {}

  /** 更正. */
  @Schema(name = "RankingErratumForm")
  public record ErratumForm(
      @Schema(required = true) ErratumReason reason,
      @Schema(
              required = true,
              maxLength = LONGEST_REASON,
              description = "更正说明; it is published: nothing about a person 将公开发布，不得含个人信息")
          String words,
      @Schema(
              required = true,
              minItems = 1,
              maxItems = MOST_CASES,
              description = "工单编号; the lines of their units are counted anew 仅重新计算所涉单位")
          List<String> caseNos) {}

  /** A ranking after an act. */
  @Schema(name = "RankingMoved")
  public record Moved(UUID rankingId, RankingView.Status status, long version) {
    private static RestResponse<Moved> ok(Ranking ranking) {
      return Versioned.ok(of(ranking), ranking.version());
    }

    private static Moved of(Copying copying) {
      return new Moved(copying.rankingId(), copying.status(), copying.version());
    }

    private static Moved of(Ranking ranking) {
      return new Moved(
          ranking.rankingId(),
          RankingView.Status.valueOf(ranking.status().name()),
          ranking.version());
    }
  }

  @GET
  @RolesAllowed({ASSESSMENT_CLERK, SUPERVISOR, LEADER, ANALYST, CLERK, UNIT_DESK, UNIT_LEADER})
  @Operation(
      operationId = "listRankings",
      summary = "Rankings that were submitted or published, newest period first 排名列表",
      description =
          "Analysts see those that are published, units also those that they are to check; the"
              + " centre also those that were taken back.")
  public ReadRankings.Page list(
      @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
    return read.list(RankingCursor.parse(cursor), checked(limit), actor.get());
  }

  @GET
  @Path("/preview")
  @RolesAllowed({ASSESSMENT_CLERK, SUPERVISOR, LEADER})
  @Operation(
      operationId = "previewRanking",
      summary = "The ranking of a period as it would be now; nothing is kept 预览",
      description =
          "Cases accepted in [from, to) (Asia/Shanghai), counted for each unit as in"
              + " /headline/by-unit and scored by the rule that is valid for the whole period.")
  public RankingView preview(@QueryParam("from") String from, @QueryParam("to") String to) {
    return read.preview(RankingPeriod.of(from, to), actor.get());
  }

  @POST
  @Idempotent
  @RolesAllowed(ASSESSMENT_CLERK)
  @Operation(
      operationId = "submitRanking",
      summary = "Copy the inputs of a period that is over and let the units check it 提交核对",
      description =
          "Role: assessment-clerk. Answered with COPYING: an instance copies the inputs, then it is in"
              + " CHECK and units may object until checkUntil, by the work calendar and the rule; or"
              + " it is COPY_FAILED with the reason, such as no-cases or tier-unknown. Refused while"
              + " not all of the period is read, and when the rule is not that of the preview. Needs"
              + " Idempotency-Key.")
  public RestResponse<Moved> submit(SubmissionForm form) {
    Period period = RankingPeriod.of(form.from(), form.to());
    if (form.ruleVersion() == null) {
      throw new Invalid(
          "ruleVersion",
          "required",
          "请先预览，并写明预览所用规则的版本。",
          "Say by which rule you saw the preview.");
    }
    Copying copying = submit.submit(period, form.ruleVersion(), actor.get());
    return Versioned.created(Moved.of(copying), copying.version());
  }

  @POST
  @Path("/{id}/copy/again")
  @Consumes(MediaType.WILDCARD)
  @Idempotent
  @RolesAllowed(ASSESSMENT_CLERK)
  @Operation(
      operationId = "copyRankingAgain",
      summary = "Copy the inputs once more after a failure 重新复制",
      description =
          "Role: assessment-clerk, who then does not freeze it. Only of COPY_FAILED, and while the rule"
              + " of the submission still counts for the period (rule-changed: drop it, submit anew)."
              + " Needs If-Match and Idempotency-Key.")
  public RestResponse<Moved> copyAgain(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    Copying copying = repeat.again(id, IfMatch.of(ifMatch), actor.get());
    return Versioned.ok(Moved.of(copying), copying.version());
  }

  @POST
  @Path("/{id}/copy/dropping")
  @Consumes(MediaType.WILDCARD)
  @Idempotent
  @RolesAllowed(ASSESSMENT_CLERK)
  @Operation(
      operationId = "dropRankingCopy",
      summary = "Drop a submission whose inputs are not copied 取消提交",
      description =
          "Role: assessment-clerk. The period can be submitted anew. Refused while the copy is being"
              + " made. Needs If-Match and Idempotency-Key.")
  public RestResponse<Moved> dropCopy(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    Copying copying = repeat.drop(id, IfMatch.of(ifMatch), actor.get());
    return Versioned.ok(Moved.of(copying), copying.version());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({ASSESSMENT_CLERK, SUPERVISOR, LEADER, ANALYST, CLERK, UNIT_DESK, UNIT_LEADER})
  @Operation(
      operationId = "readRanking",
      summary = "A ranking with its lines and errata 排名",
      description =
          "Until it is published units see the lines of their own subtree alone. Once it is, the"
              + " lines are those that were frozen; what errata changed stands beside them.")
  public RestResponse<RankingView> get(@RestPath UUID id) {
    RankingView view = read.read(id, actor.get());
    return Versioned.ok(view, view.version());
  }

  @GET
  @Path("/{id}/cases")
  @RolesAllowed({ASSESSMENT_CLERK, SUPERVISOR, LEADER, ANALYST, CLERK, UNIT_DESK, UNIT_LEADER})
  @Operation(
      operationId = "listRankingCases",
      summary = "The cases behind a number of a unit, as they were copied 数字背后的工单",
      description =
          "part = numerator, denominator, unknown or excluded. edition = 0 for what was frozen, or the number"
              + " of an erratum. Units see those of their own subtree; their count is"
              + " the number, but in the numerator of eval.solved.v2 a partly solved case counts half.")
  public CopiedCases.CasePage cases(
      @RestPath UUID id,
      @QueryParam("unit") String unit,
      @QueryParam("kpi") String kpi,
      @QueryParam("part") @DefaultValue("denominator") String part,
      @QueryParam("edition") @DefaultValue("0") int edition,
      @QueryParam("cursor") UUID cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    new Violations().required(unit, "unit").throwIfAny();
    return copied.cases(
        new CopiedCases.CasesAsked(id, edition, unit, kpi(kpi), part(part), cursor, checked(limit)),
        actor.get());
  }

  @GET
  @Path("/{id}/export.csv")
  @Produces("text/csv")
  @RolesAllowed({ASSESSMENT_CLERK, SUPERVISOR, LEADER, ANALYST, CLERK, UNIT_DESK, UNIT_LEADER})
  @Operation(
      operationId = "exportRanking",
      summary = "The lines of a ranking that the reader may see, as CSV 导出排名",
      description =
          "UTF-8 with a byte order mark; codes are written so that a spreadsheet keeps them as text."
              + " Lines that an erratum changed follow with its number.")
  public Response export(@RestPath UUID id) {
    return Response.ok(RankingCsv.of(read.read(id, actor.get())))
        .type("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"ranking.csv\"")
        .build();
  }

  @POST
  @Path("/{id}/objections")
  @Idempotent
  @RolesAllowed({CLERK, UNIT_DESK, UNIT_LEADER})
  @Operation(
      operationId = "objectToRanking",
      summary = "Object to the line of the own unit 提出异议",
      description =
          "Roles: clerk, unit-desk, unit-leader of the unit or of one above it, until checkUntil; one"
              + " open objection per unit. Needs Idempotency-Key.")
  public RestResponse<ObjectionResource.Moved> object(@RestPath UUID id, ObjectionForm form) {
    new Violations()
        .required(form.unitId(), "unitId")
        .required(form.words(), "words")
        .atMost(form.words(), Objection.LONGEST, "words")
        .throwIfAny();
    Objection objection = object.object(id, form.unitId(), form.words().strip(), actor.get());
    return Versioned.created(ObjectionResource.Moved.of(objection), objection.version());
  }

  @POST
  @Path("/{id}/publication")
  @Consumes(MediaType.WILDCARD)
  @Idempotent
  @RolesAllowed({ASSESSMENT_CLERK, SUPERVISOR})
  @Operation(
      operationId = "freezeRanking",
      summary = "Freeze and publish it 冻结发布",
      description =
          "Roles: assessment-clerk, supervisor; not who submitted it. After checkUntil and with no"
              + " objection open. Needs If-Match and Idempotency-Key.")
  public RestResponse<Moved> publish(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return Moved.ok(freeze.freeze(id, IfMatch.of(ifMatch), actor.get()));
  }

  @POST
  @Path("/{id}/taking-back")
  @Idempotent
  @RolesAllowed(ASSESSMENT_CLERK)
  @Operation(
      operationId = "takeRankingBack",
      summary = "Take it back before it is published; the period can be submitted anew 撤回",
      description = "Role: assessment-clerk. Needs If-Match and Idempotency-Key.")
  public RestResponse<Moved> takeBack(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, TakingBackForm form) {
    new Violations()
        .required(form.reason(), "reason")
        .atMost(form.reason(), LONGEST_REASON, "reason")
        .throwIfAny();
    return Moved.ok(freeze.takeBack(id, form.reason().strip(), IfMatch.of(ifMatch), actor.get()));
  }

  @POST
  @Path("/{id}/erratum")
  @Idempotent
  @RolesAllowed(ASSESSMENT_CLERK)
  @Operation(
      operationId = "proposeErratum",
      summary = "Propose an erratum to a published ranking: named cases are counted anew 提出更正",
      description =
          "Role: assessment-clerk. The lines of the units of these cases are counted anew, all others"
              + " stay; ranks follow. Waits for a second person. Needs If-Match and Idempotency-Key.")
  public RestResponse<Moved> proposeErratum(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ErratumForm form) {
    new Violations()
        .require(form.reason() != null, "reason", "required", "请选择更正原因。", "Choose a reason.")
        .required(form.words(), "words")
        .atMost(form.words(), LONGEST_REASON, "words")
        .require(
            form.words() == null || !OF_A_PERSON.matcher(form.words()).find(),
            "words",
            "personal-data",
            "更正说明将公开发布，请删去手机号、身份证号等个人信息。",
            "This is published: leave out telephone and identity numbers.")
        .require(
            form.caseNos() != null
                && !form.caseNos().isEmpty()
                && form.caseNos().size() <= MOST_CASES
                && form.caseNos().stream().allMatch(no -> no != null && !no.isBlank()),
            "caseNos",
            "out-of-range",
            "请写明 1 到 100 件需要更正的工单编号。",
            "Name 1 to 100 cases by their numbers.")
        .throwIfAny();
    return Moved.ok(
        correct.propose(
            id,
            new CorrectRanking.Proposal(
                form.reason(),
                form.words().strip(),
                form.caseNos().stream().map(String::strip).collect(Collectors.toSet())),
            IfMatch.of(ifMatch),
            actor.get()));
  }

  @POST
  @Path("/{id}/erratum/publication")
  @Consumes(MediaType.WILDCARD)
  @Idempotent
  @RolesAllowed({ASSESSMENT_CLERK, SUPERVISOR})
  @Operation(
      operationId = "publishErratum",
      summary = "Publish the erratum that waits 发布更正",
      description =
          "Roles: assessment-clerk, supervisor; not who proposed it. Needs If-Match and"
              + " Idempotency-Key.")
  public RestResponse<Moved> publishErratum(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return Moved.ok(correct.publish(id, IfMatch.of(ifMatch), actor.get()));
  }

  @POST
  @Path("/{id}/erratum/dropping")
  @Consumes(MediaType.WILDCARD)
  @Idempotent
  @RolesAllowed({ASSESSMENT_CLERK, SUPERVISOR})
  @Operation(
      operationId = "dropErratum",
      summary = "Do not publish the erratum that waits 不予更正",
      description = "Roles: assessment-clerk, supervisor. Needs If-Match and Idempotency-Key.")
  public RestResponse<Moved> dropErratum(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return Moved.ok(correct.drop(id, IfMatch.of(ifMatch)));
  }

  private static Kpi kpi(String code) {
    return Kpi.of(code)
        .orElseThrow(
            () -> {
              String known =
                  Arrays.stream(Kpi.values()).map(Kpi::code).collect(Collectors.joining(", "));
              return new Invalid(
                  "kpi",
                  "unknown-value",
                  "没有这个指标，可选：" + known,
                  "No such rate; choose one of " + known);
            });
  }

  private static Kpi.Part part(String name) {
    return Arrays.stream(Kpi.Part.values())
        .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "part",
                    "unknown-value",
                    "part 只能是 numerator、denominator、unknown 或 excluded。",
                    "part must be numerator, denominator, unknown or excluded."));
  }

  static int checked(int limit) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new Invalid(
          "limit", "out-of-range", "limit 应为 1 到 200。", "limit must be from 1 to 200.");
    }
    return limit;
  }
}
