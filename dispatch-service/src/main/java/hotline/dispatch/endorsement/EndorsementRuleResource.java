package hotline.dispatch.endorsement;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.Roles;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/endorsement-rules")
@Tag(name = "endorsement")
public class EndorsementRuleResource {

  private final EndorsementRuleStore rules;
  private final SetEndorsementRule set;
  private final DirectoryStore directory;
  private final CurrentActor actor;
  private final Clock clock;

  EndorsementRuleResource(
      EndorsementRuleStore rules,
      SetEndorsementRule set,
      DirectoryStore directory,
      CurrentActor actor,
      Clock clock) {
    this.rules = rules;
    this.set = set;
    this.directory = directory;
    this.actor = actor;
    this.clock = clock;
  }

  /** A list that is whole, what was set last at the top. */
  @Schema(name = "EndorsementRules")
  public record Rules(List<EndorsementRuleView> items, long count) {}

  @GET
  @RolesAllowed({Roles.ORG_ADMIN, Roles.SUPERVISOR})
  @Operation(
      operationId = "listEndorsementRules",
      summary = "Which acts of units need their leader's signature (签发规则), with those of before",
      description = "Roles org-admin, supervisor.")
  public Rules rules() {
    Instant now = Cause.now(clock);
    Directory names = directory.recent();
    EndorsementRules known = rules.current();
    List<EndorsementRuleView> items =
        known.all().stream()
            .map(rule -> EndorsementRuleView.of(rule, names, known.inForce(rule, now)))
            .toList();
    return new Rules(items, items.size());
  }

  @POST
  @RolesAllowed(Roles.ORG_ADMIN)
  @Idempotent
  @ResponseStatus(201)
  @Operation(
      operationId = "setEndorsementRule",
      summary =
          "Begin a rule of signatures; the one about the same unit, act, kind and urgency ends",
      description =
          "Role org-admin. It counts for the unit and those below it that have none of their own, for what is"
              + " written from then on.")
  public EndorsementRuleView set(SetEndorsementRule.Entry entry) {
    return set.set(actor.get(), entry);
  }
}
