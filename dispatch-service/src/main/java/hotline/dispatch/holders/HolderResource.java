package hotline.dispatch.holders;

import hotline.access.CurrentActor;
import hotline.access.Invalid;
import hotline.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who has cases in hand, for lists that other services have found. */
@Path("/api/case-holders")
@Tag(name = "cases")
public class HolderResource {

  private static final int MOST_AT_ONCE = 100;

  private final Holders holders;
  private final CurrentActor actor;

  HolderResource(Holders holders, CurrentActor actor) {
    this.holders = holders;
    this.actor = actor;
  }

  /** Who has one of them. */
  @Schema(name = "HeldCase")
  public record Held(UUID caseId, Holder holder) {}

  /** Those of the asked cases that are known here and open. */
  @Schema(name = "HeldCases")
  public record HeldCases(List<Held> items, long count) {}

  @GET
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SHIFT_LEAD,
    Roles.SCREENER,
    Roles.DISPATCHER,
    Roles.REPLY_REVIEWER,
    Roles.SUPERVISOR,
    Roles.LEADER
  })
  @Operation(
      operationId = "listCaseHolders",
      summary = "Who has these cases in hand and since when (现在谁手里)",
      description =
          "Roles operator, shift-lead, screener, dispatcher, reply-reviewer, supervisor, leader. From"
              + " 1 to 100 ids with commas between them. Cases that are over or not known here are left"
              + " out; of a report or a case in confidence the first three roles learn the desk and"
              + " not the unit.")
  public HeldCases list(@QueryParam("caseIds") String caseIds) {
    Set<UUID> asked = new LinkedHashSet<>();
    if (caseIds != null && !caseIds.isBlank()) {
      Arrays.stream(caseIds.split(",")).map(HolderResource::id).forEach(asked::add);
    }
    if (asked.isEmpty() || asked.size() > MOST_AT_ONCE) {
      throw new Invalid(
          "caseIds",
          "not-so-many",
          "一次可查询 1 至 " + MOST_AT_ONCE + " 件工单。",
          "From 1 to " + MOST_AT_ONCE + " cases at once.");
    }
    Map<UUID, Holder> found = holders.of(actor.scope(), asked);
    List<Held> items =
        found.entrySet().stream()
            .map(one -> new Held(one.getKey(), one.getValue()))
            .sorted(Comparator.comparing(Held::caseId))
            .toList();
    return new HeldCases(items, items.size());
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text.strip());
    } catch (IllegalArgumentException notAnId) {
      throw new Invalid("caseIds", "not-an-id", "工单标识无效。", "This is not the id of a case.");
    }
  }
}
