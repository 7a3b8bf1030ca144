package hotline.intake.cases;

import hotline.access.CurrentActor;
import hotline.access.Invalid;
import hotline.access.Role;
import hotline.access.Roles;
import hotline.access.views.ViewLog;
import hotline.access.views.ViewedBy;
import hotline.intake.cases.CaseSearch.CaseItem;
import hotline.intake.vault.ContactVault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The list of cases with its question in the body, where a reporter's number may stand: addresses
 * are kept in logs, histories and bookmarks. It changes nothing, so it needs no Idempotency-Key.
 */
@Path("/api/case-searches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class CaseSearchResource {

  /** What is looked for; each field may be absent. */
  public record CaseSearchForm(
      String q, String status, String kind, String enteredAs, String cursor, Integer limit) {}

  private final CaseSearch search;
  private final ContactVault vault;
  private final CurrentActor actor;
  private final ViewLog viewLog;
  private final Clock clock;

  @Inject
  CaseSearchResource(
      CaseSearch search, ContactVault vault, CurrentActor actor, ViewLog viewLog, Clock clock) {
    this.clock = clock;
    this.viewLog = viewLog;
    this.search = search;
    this.vault = vault;
    this.actor = actor;
  }

  @POST
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SHIFT_LEAD,
    Roles.SCREENER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER
  })
  @Transactional
  @Operation(
      operationId = "searchCases",
      summary = "Cases that are looked for, the newest first 查询工单",
      description =
          "operator, shift-lead, screener, dispatcher, supervisor, leader. q: case number, number of a paper form or another system, words of the title, or"
              + " (operator, shift-lead, screener) the reporter's number. Changes nothing, needs no Idempotency-Key;"
              + " the answer is that of listCases.")
  public Page<CaseItem> search(CaseSearchForm form) {
    if (form == null) {
      throw new Invalid("", "required", "请求内容为空。", "The request has no content.");
    }
    boolean mayAskByPhone = actor.get().isAny(Role.OPERATOR, Role.SHIFT_LEAD, Role.SCREENER);
    CaseFilter filter =
        new CaseFilter()
            .within(actor.scope())
            .status(form.status())
            .kind(form.kind())
            .enteredAs(form.enteredAs())
            .about(form.q(), mayAskByPhone, actor.get(), vault);
    Page<CaseItem> found = search.newestFirst(filter, PageRequest.of(form.cursor(), form.limit()));
    if (filter.asksByPhone()) {
      viewLog.viewed(actor.get(), ViewedBy.PHONE_SEARCH, null, clock.instant());
    }
    return found;
  }
}
