package hotline.intake.drafts;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.access.Actor;
import hotline.access.CommandKey;
import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.NotFound;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.intake.drafts.DraftStore.Opened;
import hotline.intake.drafts.DraftStore.Saved;
import hotline.intake.drafts.DraftStore.Seat;
import hotline.intake.drafts.EndedDraft.Ending;
import hotline.intake.drafts.HandOverDraft.HandedOver;
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
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Unfinished registrations over HTTP. */
@Path("/api/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "drafts", description = "Unfinished registrations 登记草稿与交接班")
public class DraftResource {

  /**
   * A draft in a list; the reporter is masked.
   *
   * @param ownerName who has it
   * @param own whether the reader has it
   * @param title or first words; null without one, or when it cannot be opened
   * @param handedFrom who had it before it was handed over; null where nobody had
   * @param deletedAt from when on it is deleted when nobody touches it
   * @param ownerSeenAt when its owner began a registration last, to the hour; null where that is
   *     over thirty days ago, or the owner registers none
   * @param ownerRef of ownerName: two may have one name
   */
  @Schema(name = "DraftLine")
  public record DraftLine(
      UUID id,
      long version,
      String ownerName,
      boolean own,
      String title,
      String phone,
      Instant begunAt,
      Instant changedAt,
      String handedFrom,
      Instant deletedAt,
      Instant ownerSeenAt,
      String ownerRef) {}

  /**
   * A draft that ended without a case; what was typed is erased.
   *
   * @param reason why it was discarded; null of one that expired
   * @param ownerName who had it then, and so who discarded it
   * @param handedFrom who had it before it was handed over; null where nobody had
   */
  @Schema(name = "DraftEnded")
  public record DraftEnded(
      UUID id,
      Ending ending,
      DiscardReason reason,
      String ownerName,
      String handedFrom,
      Instant begunAt,
      Instant endedAt) {}

  /** A draft with the form as it was saved. */
  public record DraftOpened(
      UUID id,
      long version,
      Instant begunAt,
      Instant changedAt,
      String handedFrom,
      Map<String, Object> content) {}

  /** When it was saved, and its version from now on. */
  public record DraftSaved(long version, Instant changedAt) {}

  /** To whom; absent when the shift lead takes it. */
  public record DraftHandoverForm(@Schema(description = "userRef of a seat") String to) {}

  /** Who has it from now on. */
  public record DraftMoved(long version, String ownerName, Instant handedAt) {}

  /**
   * An operator who began a registration in the last seven days; seenAt: the last time, to the
   * hour.
   */
  public record DraftSeat(String userRef, String name, Instant seenAt) {}

  /** All of them. */
  public record DraftSeats(List<DraftSeat> items) {}

  private final DraftStore drafts;
  private final EndedDrafts endedDrafts;
  private final SaveDraft saveDraft;
  private final DiscardDraft discardDraft;
  private final HandOverDraft handOverDraft;
  private final CurrentActor actor;
  private final ObjectMapper json;

  @Inject
  DraftResource(
      DraftStore drafts,
      EndedDrafts endedDrafts,
      SaveDraft saveDraft,
      DiscardDraft discardDraft,
      HandOverDraft handOverDraft,
      CurrentActor actor,
      ObjectMapper json) {
    this.drafts = drafts;
    this.endedDrafts = endedDrafts;
    this.saveDraft = saveDraft;
    this.discardDraft = discardDraft;
    this.handOverDraft = handOverDraft;
    this.actor = actor;
    this.json = json;
  }

  @GET
  @RolesAllowed({Roles.OPERATOR, Roles.SHIFT_LEAD})
  @Transactional
  @Operation(
      operationId = "listOwnDrafts",
      summary = "One's own unfinished registrations, the newest first 我的草稿",
      description = "operator, shift-lead: their own.")
  public Page<DraftLine> own(
      @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    return page(actor.get().userId(), PageRequest.of(cursor, limit));
  }

  @GET
  @Path("/of-seats")
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Transactional
  @Operation(
      operationId = "listDraftsOfSeats",
      summary = "The unfinished registrations of all seats, the newest first 各座席草稿",
      description = "shift-lead. The reporter is masked.")
  public Page<DraftLine> ofSeats(
      @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    return page(null, PageRequest.of(cursor, limit));
  }

  @GET
  @Path("/ended")
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Transactional
  @Operation(
      operationId = "listEndedDrafts",
      summary = "Drafts that ended without a case, the last first 已舍弃或已到期的草稿",
      description =
          "shift-lead. What was handed over and discarded, and what nobody touched for seven days:"
              + " who, when and why, without what was typed.")
  public Page<DraftEnded> ended(
      @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    Page<EndedDraft> page = endedDrafts.list(PageRequest.of(cursor, limit));
    return new Page<>(
        page.items().stream().map(DraftResource::ended).toList(), page.count(), page.nextCursor());
  }

  @GET
  @Path("/seats")
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Operation(
      operationId = "listDraftSeats",
      summary = "To whom a draft can be handed, by name 可接手的话务员",
      description = "shift-lead. Operators who began a registration in the last seven days.")
  public DraftSeats seats() {
    return new DraftSeats(handOverDraft.seats().stream().map(DraftResource::seat).toList());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.OPERATOR, Roles.SHIFT_LEAD})
  @Transactional
  @Operation(
      operationId = "openDraft",
      summary = "One's own draft with all that was typed 打开草稿",
      description =
          "operator, shift-lead: their own. One that was handed over is 409 draft-handed-over for"
              + " who had it.")
  public RestResponse<DraftOpened> open(@PathParam("id") String id) {
    UUID draft = DraftId.parse(id);
    String reader = actor.get().userId();
    Opened opened = drafts.open(draft, reader).orElse(null);
    if (opened == null) {
      drafts
          .handedOver(draft, reader)
          .ifPresent(
              gone -> {
                throw gone;
              });
      throw new NotFound("草稿", "draft");
    }
    return Versioned.ok(view(opened), opened.draft().version());
  }

  @POST
  @Path("/{id}")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      operationId = "saveDraft",
      summary = "Save an unfinished registration 存草稿",
      description =
          "operator: their own. id: a UUID that the page invents. Needs Idempotency-Key and If-Match:"
              + " \"0\" the first time, then the version that the last save was answered with. Nothing"
              + " of the content is checked; it has up to 65536 bytes. At most 30 drafts of one"
              + " person. Not touched for seven days, it is deleted.")
  public RestResponse<DraftSaved> save(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") String key,
      @HeaderParam("If-Match") String ifMatch,
      DraftForm form) {
    Actor owner = actor.get();
    UUID draft = DraftId.parse(id);
    UUID act = new CommandKey(owner.userId(), "POST", "/api/drafts/" + draft, key).digest();
    Saved saved = saveDraft.save(draft, IfMatch.of(ifMatch), act, form, owner);
    return Versioned.ok(new DraftSaved(saved.version(), saved.changedAt()), saved.version());
  }

  @POST
  @Path("/{id}/discarding")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.OPERATOR, Roles.SHIFT_LEAD})
  @Idempotent
  @Operation(
      operationId = "discardDraft",
      summary = "Discard a draft 舍弃草稿",
      description =
          "operator, shift-lead: their own. Needs Idempotency-Key and If-Match. reason: needed of one"
              + " that was handed over, of which it leaves a record; REGISTERED, ADDED_TO_CASE, GIVEN_UP,"
              + " NO_REQUEST or TOO_LITTLE_TOLD.")
  public void discard(
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      // In the query: an instance of before leaves it alone.
      @QueryParam("reason") String reason) {
    discardDraft.discard(
        DraftId.parse(id), IfMatch.of(ifMatch), DiscardReason.told(reason), actor.get());
  }

  @POST
  @Path("/{id}/handover")
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Idempotent
  @Operation(
      operationId = "handOverDraft",
      summary = "Take a draft over, or give it to an operator 接手或转交草稿",
      description =
          "shift-lead. Needs Idempotency-Key and If-Match. to: a seat; the shift lead when absent."
              + " Who and when is kept, and who had it is told.")
  public RestResponse<DraftMoved> handOver(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, DraftHandoverForm form) {
    HandedOver moved =
        handOverDraft.handOver(
            DraftId.parse(id), form == null ? null : form.to(), IfMatch.of(ifMatch), actor.get());
    return Versioned.ok(
        new DraftMoved(moved.version(), moved.ownerName(), moved.at()), moved.version());
  }

  private Page<DraftLine> page(String ownerRef, PageRequest asked) {
    Page<Draft> page = drafts.list(ownerRef, asked);
    return new Page<>(
        page.items().stream().map(this::line).toList(), page.count(), page.nextCursor());
  }

  private DraftLine line(Draft draft) {
    return new DraftLine(
        draft.id(),
        draft.version(),
        draft.ownerName(),
        draft.belongsTo(actor.get()),
        draft.head().title(),
        draft.head().phone(),
        draft.begunAt(),
        draft.changedAt(),
        draft.handedFrom(),
        draft.deletedAt(),
        draft.ownerSeenAt(),
        draft.ownerRef());
  }

  private static DraftEnded ended(EndedDraft draft) {
    return new DraftEnded(
        draft.id(),
        draft.ending(),
        draft.reason(),
        draft.ownerName(),
        draft.handedFrom(),
        draft.begunAt(),
        draft.endedAt());
  }

  private DraftOpened view(Opened opened) {
    Draft draft = opened.draft();
    try {
      return new DraftOpened(
          draft.id(),
          draft.version(),
          draft.begunAt(),
          draft.changedAt(),
          draft.handedFrom(),
          json.readValue(opened.content(), new TypeReference<Map<String, Object>>() {}));
    } catch (IOException e) {
      throw new DraftUnreadable();
    }
  }

  private static DraftSeat seat(Seat seat) {
    return new DraftSeat(seat.userRef(), seat.name(), seat.seenAt());
  }
}
