package hotline.dispatch.instructions;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.PageSize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/instructions")
@Tag(name = "instructions")
public class InstructionResource {

  private final Instructions instructions;
  private final CaseInstructions pages;
  private final GiveInstruction give;
  private final LinkInstruction link;
  private final ReadInstruction read;
  private final AnswerInstruction answer;
  private final JudgeFeedback judge;
  private final CurrentActor actor;

  InstructionResource(
      Instructions instructions,
      CaseInstructions pages,
      GiveInstruction give,
      LinkInstruction link,
      ReadInstruction read,
      AnswerInstruction answer,
      JudgeFeedback judge,
      CurrentActor actor) {
    this.instructions = instructions;
    this.pages = pages;
    this.give = give;
    this.link = link;
    this.read = read;
    this.answer = answer;
    this.judge = judge;
    this.actor = actor;
  }

  /** What an act on a whole instruction answers. */
  @Schema(name = "InstructionOutcome")
  public record Outcome(UUID instructionId, String instructionNo, UUID caseId, long version) {

    private static Outcome of(Instruction instruction) {
      return new Outcome(
          instruction.instructionId(),
          instruction.instructionNo(),
          instruction.caseId(),
          instruction.version());
    }
  }

  /** What an act on a unit's part answers. */
  @Schema(name = "ReceiptOutcome")
  public record ReceiptOutcome(
      UUID instructionId, String unitId, ReceiptStatus status, long version) {}

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER, Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "listInstructions",
      summary =
          "Instructions of leaders (批示件) by tab, a row per unit, first due first, with the exact"
              + " number of every tab",
      description =
          "Roles supervisor, leader: all; clerk, unit-desk, unit-leader: their unit and below."
              + " Tabs: to-read 待阅, to-answer 待反馈, to-accept 待认可, overdue 超期, done 已办结.")
  public Instructions.Page list(
      @QueryParam("tab") String tab,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return instructions.page(
        actor.scope(), InstructionTab.of(tab), Cursor.of(cursor), PageSize.of(limit));
  }

  @GET
  @Path("/cases/{caseId}")
  @RolesAllowed({
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.DISPATCHER,
    Roles.REPLY_REVIEWER,
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER
  })
  @Operation(
      operationId = "readCaseInstructions",
      summary = "Instructions of leaders about one case, with readings and feedback",
      description =
          "Roles supervisor, leader, dispatcher, reply-reviewer: all; clerk, unit-desk,"
              + " unit-leader: what is addressed to their unit and below, when it has a task in the"
              + " case.")
  public CaseInstructions.Found ofCase(@PathParam("caseId") UUID caseId) {
    return pages.of(actor.scope(), caseId);
  }

  @POST
  @RolesAllowed({Roles.LEADER, Roles.SUPERVISOR})
  @Idempotent
  @Operation(
      operationId = "giveInstruction",
      summary = "Instruct units (批示), about a case or about a matter that is no case yet",
      description =
          "Role leader; or supervisor, who types what came on paper, with the post of the leader"
              + " and the date. Without a due time the limit of the table supervision_limit holds.")
  public RestResponse<Outcome> give(InstructionEntry entry) {
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.CREATED, Outcome.of(give.give(actor.get(), entry)))
        .build();
  }

  @POST
  @Path("/{instructionId}/link")
  @RolesAllowed({Roles.LEADER, Roles.SUPERVISOR})
  @Idempotent
  @Operation(
      operationId = "linkInstruction",
      summary = "Link an instruction to the case that its matter has become (关联工单)",
      description = "Roles leader, supervisor. Needs If-Match with the version of the instruction.")
  public RestResponse<Outcome> link(
      @PathParam("instructionId") UUID instructionId,
      @HeaderParam("If-Match") String ifMatch,
      LinkInstruction.Entry entry) {
    Instruction linked = link.link(actor.get(), instructionId, IfMatch.of(ifMatch), entry);
    return Versioned.ok(Outcome.of(linked), linked.version());
  }

  @POST
  @Path("/{instructionId}/units/{unitId}/reading")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "readInstruction",
      summary = "The unit has read the instruction (签阅): a dated receipt",
      description =
          "Roles clerk, unit-desk, unit-leader of the unit or above it. Needs If-Match with the"
              + " version of the unit's part.")
  public RestResponse<ReceiptOutcome> read(
      @PathParam("instructionId") UUID instructionId,
      @PathParam("unitId") String unitId,
      @HeaderParam("If-Match") String ifMatch) {
    return changed(read.read(actor.get(), instructionId, unitId, IfMatch.of(ifMatch)));
  }

  @POST
  @Path("/{instructionId}/units/{unitId}/feedback")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "answerInstruction",
      summary = "Report what was done about the instruction (批示反馈); added and never changed",
      description =
          "Roles clerk, unit-desk, unit-leader of the unit or above it. Needs If-Match with the"
              + " version of the unit's part.")
  public RestResponse<ReceiptOutcome> answer(
      @PathParam("instructionId") UUID instructionId,
      @PathParam("unitId") String unitId,
      @HeaderParam("If-Match") String ifMatch,
      AnswerInstruction.Entry entry) {
    return changed(answer.answer(actor.get(), instructionId, unitId, IfMatch.of(ifMatch), entry));
  }

  @POST
  @Path("/{instructionId}/units/{unitId}/judgements")
  @RolesAllowed({Roles.LEADER, Roles.SUPERVISOR})
  @Idempotent
  @Operation(
      operationId = "judgeFeedback",
      summary = "Accept the feedback of a unit or send it back (认可、退回)",
      description =
          "Roles leader, supervisor. Needs If-Match with the version of the unit's part. What is"
              + " sent back has a whole time again.")
  public RestResponse<ReceiptOutcome> judge(
      @PathParam("instructionId") UUID instructionId,
      @PathParam("unitId") String unitId,
      @HeaderParam("If-Match") String ifMatch,
      JudgeFeedback.Entry entry) {
    return changed(judge.judge(actor.get(), instructionId, unitId, IfMatch.of(ifMatch), entry));
  }

  private static RestResponse<ReceiptOutcome> changed(InstructedUnit unit) {
    return Versioned.ok(
        new ReceiptOutcome(unit.instructionId(), unit.unitId(), unit.status(), unit.version()),
        unit.version());
  }
}
