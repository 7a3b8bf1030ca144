package hotline.access.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class UnruledApplicationTest {
  @Test
  void an_application_with_an_endpoint_without_a_rule_does_not_start() {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass("hotline.access.guard.UnruledApplication"))
                .build(),
            listener);
    assertThat(listener.getSummary().getTestsSucceededCount()).isZero();
    StringWriter failures = new StringWriter();
    listener.getSummary().printFailuresTo(new PrintWriter(failures), 200);
    assertThat(failures.toString())
        .contains("Failed to start quarkus")
        .contains("Unruled.forgotten has no @RolesAllowed, @Authenticated or @PermitAll")
        .contains("Mistyped.list allows the unknown role dispather");
  }
}
