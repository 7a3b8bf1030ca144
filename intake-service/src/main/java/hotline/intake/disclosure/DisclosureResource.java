package hotline.intake.disclosure;

import hotline.access.CurrentActor;
import hotline.access.Roles;
import hotline.access.Violations;
import hotline.intake.cases.CaseId;
import hotline.intake.cases.CaseRepository;
import hotline.intake.cases.Page;
import hotline.intake.disclosure.DiscloseContact.Disclosed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The one way from the vault to a person. */
@Path("/api/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "contacts", description = "Reaching the reporter 联系方式")
public class DisclosureResource {
  private static final int LONGEST_REASON = 200;

  /** Why the contact is needed. */
  public record DisclosureForm(String reason) {}

  private final DiscloseContact discloseContact;
  private final AccessLog log;
  private final CaseRepository cases;
  private final CurrentActor actor;

  @Inject
  DisclosureResource(
      DiscloseContact discloseContact, AccessLog log, CaseRepository cases, CurrentActor actor) {
    this.discloseContact = discloseContact;
    this.log = log;
    this.cases = cases;
    this.actor = actor;
  }

  @POST
  @Path("/contact-disclosures")
  @RolesAllowed({
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER,
    Roles.CALLBACK_AGENT,
    Roles.CALLBACK_LEAD,
    Roles.OPERATOR
  })
  @Operation(
      operationId = "discloseContact",
      summary = "How to reach the reporter, with a reason 查看联系方式",
      description =
          "clerk, unit-desk, unit-leader while their unit has an open assignment and the reporter is not anonymous;"
              + " callback roles while the case waits for its callback; operator for cases of the own registration."
              + " Each call is logged before it is answered. Refused with anonymous-reporter, confidential-case,"
              + " respondent-unit, not-in-charge or too-many-disclosures.")
  public Disclosed disclose(@PathParam("id") String id, DisclosureForm form) {
    Violations violations = new Violations();
    String reason = form == null || form.reason() == null ? null : form.reason().strip();
    violations.required(reason, "reason").atMost(reason, LONGEST_REASON, "reason");
    violations.require(
        reason == null || reason.indexOf('\0') < 0,
        "reason",
        "unreadable-character",
        "含有无法保存的字符。",
        "It has a character that cannot be kept.");
    violations.throwIfAny();
    return discloseContact.disclose(CaseId.parse(id), reason, actor.scope());
  }

  @GET
  @Path("/access-log")
  @RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
  @Transactional
  @Operation(
      operationId = "caseAccessLog",
      summary = "Who asked for the contact of a case 查看记录",
      description = "auditor, supervisor. By identifier or case number.")
  public Page<AccessLog.Entry> accessLog(@PathParam("id") String id) {
    UUID caseId = cases.known(id).id();
    List<AccessLog.Entry> entries = log.of(caseId);
    return new Page<>(entries, entries.size(), null);
  }
}
