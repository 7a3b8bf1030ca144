package hotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class DescribedContractTest {

  static class Desk {
    @Idempotent
    @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "fileIt")
    void file() {}

    @Idempotent
    void stamp() {}

    void read() {}
  }

  @Test
  void an_act_asks_for_its_key_and_nothing_else_does() throws IOException {
    OpenAPI api = described("fileIt", "stamp", "read");
    assertThat(operation(api, "fileIt").getParameters())
        .extracting(Parameter::getRef)
        .containsExactly("#/components/parameters/IdempotencyKey");
    assertThat(operation(api, "stamp").getParameters()).hasSize(1);
    assertThat(operation(api, "read").getParameters()).isNull();
    Parameter key = api.getComponents().getParameters().get("IdempotencyKey");
    assertThat(key.getName()).isEqualTo("Idempotency-Key");
    assertThat(key.getRequired()).isTrue();
  }

  @Test
  void whatever_fails_answers_with_a_problem() throws IOException {
    OpenAPI api = described("read");
    assertThat(api.getComponents().getSchemas()).containsKey("Problem");
    var responses = operation(api, "read").getResponses();
    assertThat(responses.getAPIResponse("409").getContent().getMediaTypes())
        .containsOnlyKeys(Problem.MEDIA_TYPE);
    assertThat(responses.getDefaultValue().getContent().getMediaTypes())
        .containsOnlyKeys(Problem.MEDIA_TYPE);
    assertThat(responses.getAPIResponse("200").getContent()).isNull();
  }

  private static OpenAPI described(String... operationIds) throws IOException {
    OpenAPI api = OASFactory.createOpenAPI().paths(OASFactory.createPaths());
    for (String id : operationIds) {
      Operation operation =
          OASFactory.createOperation()
              .operationId(id)
              .responses(
                  OASFactory.createAPIResponses()
                      .addAPIResponse("200", OASFactory.createAPIResponse().description("OK"))
                      .addAPIResponse("409", OASFactory.createAPIResponse().description("No")));
      api.getPaths().addPathItem("/" + id, OASFactory.createPathItem().POST(operation));
    }
    new DescribedContract(Index.of(Desk.class)).filterOpenAPI(api);
    return api;
  }

  private static Operation operation(OpenAPI api, String id) {
    return api.getPaths().getPathItem("/" + id).getPOST();
  }
}
