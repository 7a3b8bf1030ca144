package hotline.intake.knowledge;

import hotline.access.Roles;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.intake.knowledge.KnowledgeSearch.Hit;
import hotline.intake.knowledge.KnowledgeSearch.Question;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The search of operators with its question in the body: the title of a form that is being typed
 * may tell of a person, and addresses are kept. It changes nothing, so it needs no Idempotency-Key.
 */
@Path("/api/knowledge-searches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "knowledge")
public class KnowledgeSearchResource {

  /** What is looked for; each field may be absent. */
  public record KnowledgeSearchForm(
      String q,
      String title,
      String categoryCode,
      String placeCode,
      String cursor,
      Integer limit) {}

  private final KnowledgeSearch search;

  @Inject
  KnowledgeSearchResource(KnowledgeSearch search) {
    this.search = search;
  }

  @POST
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SHIFT_LEAD,
    Roles.SCREENER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.CALLBACK_AGENT,
    Roles.CALLBACK_LEAD,
    Roles.CATALOGUE_ADMIN
  })
  @Transactional
  @Operation(
      operationId = "searchKnowledge",
      summary = "What may be read out today, best first 检索知识",
      description =
          "operator, shift-lead, screener, dispatcher, supervisor, callback roles, catalogue-admin. q: words, the"
              + " pinyin initials of a title, or a code; without it the title and the category of a form"
              + " suggest. placeCode: only what holds there. Changes nothing, needs no Idempotency-Key.")
  public Page<Hit> search(KnowledgeSearchForm form) {
    KnowledgeSearchForm asked = KnowledgeResource.required(form);
    return search.find(
        new Question(asked.q(), asked.title(), asked.categoryCode(), asked.placeCode()),
        PageRequest.of(asked.cursor(), asked.limit()));
  }
}
