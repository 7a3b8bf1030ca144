package hotline.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Writes into the description of an API what holds for all of them: an {@link Idempotent} act needs
 * its key, and whatever fails answers with a {@link Problem}. Runs while the service is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DescribedContract implements OASFilter {
  private static final DotName OPERATION =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

  private final Set<String> acts = new HashSet<>();

  public DescribedContract(IndexView classes) {
    for (AnnotationInstance marked :
        classes.getAnnotations(DotName.createSimple(Idempotent.class))) {
      switch (marked.target().kind()) {
        case METHOD -> acts.add(operationId(marked.target().asMethod()));
        case CLASS ->
            marked.target().asClass().methods().forEach(method -> acts.add(operationId(method)));
        default -> throw new IllegalStateException("Not an act: " + marked.target());
      }
    }
  }

  private static String operationId(MethodInfo method) {
    AnnotationInstance described = method.annotation(OPERATION);
    AnnotationValue id = described == null ? null : described.value("operationId");
    return id == null ? method.name() : id.asString();
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    api.getComponents().addSchema("Problem", problem());
    api.getComponents().addParameter("IdempotencyKey", key());
    for (PathItem path : api.getPaths().getPathItems().values()) {
      path.getOperations().values().forEach(this::describe);
    }
  }

  private void describe(Operation operation) {
    if (acts.contains(operation.getOperationId())) {
      operation.addParameter(
          OASFactory.createParameter().ref("#/components/parameters/IdempotencyKey"));
    }
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (code, response) -> {
              if ((code.startsWith("4") || code.startsWith("5")) && response.getContent() == null) {
                response.setContent(ofProblems());
              }
            });
    if (operation.getResponses().getDefaultValue() == null) {
      APIResponse refused =
          OASFactory.createAPIResponse().description("Refused, or failed").content(ofProblems());
      operation.getResponses().setDefaultValue(refused);
    }
  }

  private static Content ofProblems() {
    Schema schema = OASFactory.createSchema().ref("#/components/schemas/Problem");
    return OASFactory.createContent()
        .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema));
  }

  private static Parameter key() {
    return OASFactory.createParameter()
        .name("Idempotency-Key")
        .in(Parameter.In.HEADER)
        .required(true)
        .description(
            "A new one for each act, such as a UUID. Sent again with the same key and body, the act"
                + " is answered again and not done twice; the same key with another body is refused")
        .schema(text().minLength(1).maxLength(CommandKey.LONGEST_KEY));
  }

  private static Schema problem() {
    Schema violation =
        OASFactory.createSchema()
            .addType(SchemaType.OBJECT)
            .addProperty("field", text().description("Empty for the body as a whole"))
            .addProperty("code", text())
            .addProperty("zh", text())
            .addProperty("en", text());
    return OASFactory.createSchema()
        .description("What went wrong and what to do, in Chinese and English (RFC 9457)")
        .addType(SchemaType.OBJECT)
        .addProperty("type", text().description("urn:hotline:problem:<code>"))
        .addProperty("title", text())
        .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
        .addProperty("detail", text())
        .addProperty("instance", text())
        .addProperty("code", text().description("Stable, to branch on"))
        .addProperty(
            "violations", OASFactory.createSchema().addType(SchemaType.ARRAY).items(violation))
        .addProperty("traceId", text().description("What to quote to the operators"))
        .addProperty("titleZh", text())
        .addProperty("titleEn", text())
        .addProperty("detailZh", text())
        .addProperty("detailEn", text())
        .required(List.of("type", "title", "status", "code", "titleZh", "titleEn"));
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(SchemaType.STRING);
  }
}
