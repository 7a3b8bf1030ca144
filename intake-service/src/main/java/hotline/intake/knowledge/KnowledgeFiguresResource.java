package hotline.intake.knowledge;

import hotline.access.CurrentActor;
import hotline.access.Invalid;
import hotline.access.Roles;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.intake.knowledge.KnowledgeFigures.DueItem;
import hotline.intake.knowledge.KnowledgeFigures.Figures;
import hotline.intake.knowledge.KnowledgeFigures.UsedItem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How fresh knowledge is kept and how often it was wrong, over HTTP. */
@Path("/api/knowledge/figures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "knowledge")
public class KnowledgeFiguresResource {

  private final KnowledgeFigures figures;
  private final CurrentActor actor;

  @Inject
  KnowledgeFiguresResource(KnowledgeFigures figures, CurrentActor actor) {
    this.figures = figures;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({
    Roles.CATALOGUE_ADMIN,
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER
  })
  @Transactional
  @Operation(
      operationId = "knowledgeFigures",
      summary = "kb.fresh and kb.wrong of a period 知识更新率、差错率",
      description =
          "catalogue-admin, supervisor, leader; unit roles: of the own subtree. from, to: days, both within;"
              + " the last thirty unless given. fresh by the day on which a review was due, wrong by the day"
              + " of the answer.")
  public Figures figures(@QueryParam("from") String from, @QueryParam("to") String to) {
    return figures.of(figures.period(from, to), rights());
  }

  @GET
  @Path("/reviews")
  @RolesAllowed({
    Roles.CATALOGUE_ADMIN,
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER
  })
  @Transactional
  @Operation(
      operationId = "knowledgeDue",
      summary = "The items behind kb.fresh 更新率明细",
      description = "As knowledgeFigures. inTime: true, false, or all that were due.")
  public Page<DueItem> due(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("inTime") String inTime,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return figures.due(
        figures.period(from, to),
        yesOrNo(inTime, "inTime"),
        rights(),
        PageRequest.of(cursor, limit));
  }

  @GET
  @Path("/answers")
  @RolesAllowed({
    Roles.CATALOGUE_ADMIN,
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER
  })
  @Transactional
  @Operation(
      operationId = "knowledgeUsed",
      summary = "The answers behind kb.wrong 差错率明细",
      description =
          "As knowledgeFigures. reported: true, false, or all. Which cases is told to those who read cases.")
  public Page<UsedItem> used(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("reported") String reported,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return figures.used(
        figures.period(from, to),
        yesOrNo(reported, "reported"),
        rights(),
        PageRequest.of(cursor, limit));
  }

  private static Boolean yesOrNo(String typed, String field) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    return switch (typed) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new Invalid(
              field, "unknown-value", "可选值：true、false。", "Choose one of: true, false.");
    };
  }

  private KnowledgeRights rights() {
    return new KnowledgeRights(actor.scope());
  }
}
