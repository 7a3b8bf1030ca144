package hotline.access.guard;

import hotline.access.web.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * An application with endpoints that have no rule; {@link UnruledApplicationTest} runs it and sees
 * it fail.
 */
@QuarkusTest
@TestProfile(UnruledApplication.WithUnruledEndpoints.class)
@QuarkusTestResource(TestDatabase.class)
class UnruledApplication {
  @Test
  void starts() {
    // That this is reached is what must not happen.
  }

  public static class WithUnruledEndpoints implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("hotline.test.unruled", "true");
    }
  }
}
