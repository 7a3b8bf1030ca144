package hotline.intake.knowledge;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.intake.cases.PageRequest;
import hotline.intake.knowledge.KnowledgeList.KnowledgePage;
import hotline.intake.knowledge.KnowledgeView.VersionView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Items of knowledge over HTTP. */
@Path("/api/knowledge")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "knowledge", description = "What may be read out 知识库")
public class KnowledgeResource {

  /** Why something is done. */
  public record ReasonForm(String reason) {}

  /** The day by which it is looked at next. */
  public record ReviewForm(String reviewBy) {}

  private final WriteKnowledge writeKnowledge;
  private final PublishKnowledge publishKnowledge;
  private final RetireKnowledge retireKnowledge;
  private final ConfirmKnowledge confirmKnowledge;
  private final ReadKnowledge readKnowledge;
  private final KnowledgeList list;
  private final CurrentActor actor;

  @Inject
  KnowledgeResource(
      WriteKnowledge writeKnowledge,
      PublishKnowledge publishKnowledge,
      RetireKnowledge retireKnowledge,
      ConfirmKnowledge confirmKnowledge,
      ReadKnowledge readKnowledge,
      KnowledgeList list,
      CurrentActor actor) {
    this.writeKnowledge = writeKnowledge;
    this.publishKnowledge = publishKnowledge;
    this.retireKnowledge = retireKnowledge;
    this.confirmKnowledge = confirmKnowledge;
    this.readKnowledge = readKnowledge;
    this.list = list;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SHIFT_LEAD,
    Roles.SCREENER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.REPLY_REVIEWER,
    Roles.CALLBACK_AGENT,
    Roles.CALLBACK_LEAD,
    Roles.CATALOGUE_ADMIN,
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER
  })
  @Transactional
  @Operation(
      operationId = "listKnowledge",
      summary = "Items with their exact counts 知识条目列表",
      description =
          "The centre: what was ever published; unit roles: those of the own subtree; catalogue-admin: all."
              + " tab = all, published, drafts, in-review, due (the longest overdue first), reported or"
              + " retired; others the newest first. q: a code or part of the title.")
  public KnowledgePage list(
      @QueryParam("tab") String tab,
      @QueryParam("q") String q,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return list.page(KnowledgeTab.of(tab), q, rights(), PageRequest.of(cursor, limit));
  }

  @POST
  @RolesAllowed({Roles.CATALOGUE_ADMIN, Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "beginKnowledge",
      summary = "Begin a new item 新建知识条目",
      description =
          "catalogue-admin, unit roles for the own subtree. Needs Idempotency-Key. It is a draft until it"
              + " was submitted and published by another person. No number of a person may stand in it.")
  @APIResponseSchema(value = KnowledgeRef.class, responseCode = "201")
  public RestResponse<KnowledgeRef> begin(KnowledgeForm form) {
    KnowledgeRef begun = writeKnowledge.begin(required(form), rights());
    return ResponseBuilder.create(RestResponse.Status.CREATED, begun)
        .location(URI.create("api/knowledge/" + begun.code()))
        .header(HttpHeaders.ETAG, IfMatch.etag(begun.revision()))
        .build();
  }

  @GET
  @Path("/{code}")
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SHIFT_LEAD,
    Roles.SCREENER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.REPLY_REVIEWER,
    Roles.CALLBACK_AGENT,
    Roles.CALLBACK_LEAD,
    Roles.CATALOGUE_ADMIN,
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER
  })
  @Operation(
      operationId = "getKnowledge",
      summary = "One item 知识条目",
      description =
          "The centre: what was ever published; unit roles: of the own subtree; catalogue-admin: all.")
  public RestResponse<KnowledgeView> get(@PathParam("code") String code) {
    KnowledgeView view = readKnowledge.read(KnowledgeCode.parse(code), rights());
    return Versioned.ok(view, view.revision());
  }

  @GET
  @Path("/{code}/versions/{version}")
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SHIFT_LEAD,
    Roles.SCREENER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.REPLY_REVIEWER,
    Roles.CALLBACK_AGENT,
    Roles.CALLBACK_LEAD,
    Roles.CATALOGUE_ADMIN,
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER
  })
  @Operation(
      operationId = "getKnowledgeVersion",
      summary = "What one published version says, also when newer ones exist 知识条目的某一版本",
      description = "As getKnowledge.")
  public VersionView version(@PathParam("code") String code, @PathParam("version") String version) {
    if (!version.matches("[0-9]{1,6}")) {
      throw KnowledgeCode.unknown();
    }
    return readKnowledge.version(KnowledgeCode.parse(code), Integer.parseInt(version), rights());
  }

  @POST
  @Path("/{code}/draft")
  @RolesAllowed({Roles.CATALOGUE_ADMIN, Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "writeKnowledge",
      summary = "Write the next version 起草新版本",
      description =
          "catalogue-admin, unit roles for the own subtree. Needs Idempotency-Key and If-Match. All of the"
              + " text; what waited for its review is a draft again.")
  public RestResponse<KnowledgeRef> write(
      @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, KnowledgeForm form) {
    return answer(
        writeKnowledge.revise(
            KnowledgeCode.parse(code), required(form), IfMatch.of(ifMatch), rights()));
  }

  @POST
  @Path("/{code}/submission")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.CATALOGUE_ADMIN, Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "submitKnowledge",
      summary = "Submit the draft 提交审核",
      description =
          "catalogue-admin, unit roles for the own subtree. Needs Idempotency-Key and If-Match.")
  public RestResponse<KnowledgeRef> submit(
      @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch) {
    return answer(
        publishKnowledge.submit(KnowledgeCode.parse(code), IfMatch.of(ifMatch), rights()));
  }

  @POST
  @Path("/{code}/publication")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.CATALOGUE_ADMIN, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "publishKnowledge",
      summary = "Publish what was submitted 审核发布",
      description =
          "catalogue-admin, unit-leader for the own subtree; nobody who wrote or submitted it. Needs"
              + " Idempotency-Key and If-Match.")
  public RestResponse<KnowledgeRef> publish(
      @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch) {
    return answer(
        publishKnowledge.publish(KnowledgeCode.parse(code), IfMatch.of(ifMatch), rights()));
  }

  @POST
  @Path("/{code}/return")
  @RolesAllowed({Roles.CATALOGUE_ADMIN, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "sendKnowledgeBack",
      summary = "Send what was submitted back 退回修改",
      description =
          "catalogue-admin, unit-leader for the own subtree. Needs Idempotency-Key and If-Match. reason: in"
              + " words.")
  public RestResponse<KnowledgeRef> sendBack(
      @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, ReasonForm form) {
    return answer(
        publishKnowledge.sendBack(
            KnowledgeCode.parse(code), required(form).reason(), IfMatch.of(ifMatch), rights()));
  }

  @POST
  @Path("/{code}/retirement")
  @RolesAllowed({Roles.CATALOGUE_ADMIN, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "retireKnowledge",
      summary = "Retire an item 停用",
      description =
          "catalogue-admin, unit-leader for the own subtree. Needs Idempotency-Key and If-Match. Nobody"
              + " finds it any more; its versions stay readable. A draft of it is dropped.")
  public RestResponse<KnowledgeRef> retire(
      @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, ReasonForm form) {
    return answer(
        retireKnowledge.retire(
            KnowledgeCode.parse(code), required(form).reason(), IfMatch.of(ifMatch), rights()));
  }

  @POST
  @Path("/{code}/review")
  @RolesAllowed({Roles.CATALOGUE_ADMIN, Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "confirmKnowledge",
      summary = "Still right as it is published 复审无误",
      description =
          "catalogue-admin, unit roles for the own subtree. Needs Idempotency-Key and If-Match. reviewBy:"
              + " the day of the next review.")
  public RestResponse<KnowledgeRef> confirm(
      @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, ReviewForm form) {
    return answer(
        confirmKnowledge.confirm(
            KnowledgeCode.parse(code), required(form).reviewBy(), IfMatch.of(ifMatch), rights()));
  }

  private KnowledgeRights rights() {
    return new KnowledgeRights(actor.scope());
  }

  static RestResponse<KnowledgeRef> answer(KnowledgeRef ref) {
    return Versioned.ok(ref, ref.revision());
  }

  static <T> T required(T body) {
    if (body == null) {
      throw new Invalid("", "required", "请求内容为空。", "The request has no content.");
    }
    return body;
  }
}
