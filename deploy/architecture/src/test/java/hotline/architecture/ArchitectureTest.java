package hotline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import hotline.calendar.bad.CalendarWithDatabase;
import hotline.intake.bad.IntakeThatCallsDispatch;
import hotline.intake.bad.service.LayeredThing;
import hotline.lifecycle.bad.EventWithKafka;
import hotline.relay.bad.RelayThatKnowsCases;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds on the product and is seen to fail on a class that breaks it. */
class ArchitectureTest {

  private static JavaClasses product;

  @BeforeAll
  static void read() {
    product =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("hotline");
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(Rules.eventsKnowNoTechnology(), EventWithKafka.class),
        Arguments.of(Rules.calendarIsPure(), CalendarWithDatabase.class),
        Arguments.of(Rules.relayKnowsNoBusiness(), RelayThatKnowsCases.class),
        Arguments.of(
            Rules.servicesKnowEachOtherByEventsOnly("intake"), IntakeThatCallsDispatch.class),
        Arguments.of(
            Rules.servicesKnowEachOtherByEventsOnly("dispatch"),
            hotline.dispatch.bad.DispatchThatCallsIntake.class),
        Arguments.of(
            Rules.servicesKnowEachOtherByEventsOnly("evaluation"),
            hotline.evaluation.bad.EvaluationThatCallsIntake.class),
        Arguments.of(
            Rules.servicesKnowEachOtherByEventsOnly("reporting"),
            hotline.reporting.bad.ReportingThatCallsIntake.class),
        Arguments.of(Rules.packagesAreNamedForThings(), LayeredThing.class),
        Arguments.of(Rules.timeComesFromTheClock(), IntakeThatCallsDispatch.class),
        Arguments.of(Rules.onlyTheRelayWritesToTheLog(), IntakeThatCallsDispatch.class),
        Arguments.of(Rules.dependenciesComeByConstructor(), IntakeThatCallsDispatch.class),
        Arguments.of(Rules.nobodyWaitsBySleeping(), IntakeThatCallsDispatch.class));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_product_keeps_the_rule(ArchRule rule, Class<?> breaker) {
    rule.check(product);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_rule_fails_on_a_class_that_breaks_it(ArchRule rule, Class<?> breaker) {
    JavaClasses bad = new ClassFileImporter().importClasses(breaker);
    assertThat(rule.evaluate(bad).hasViolation()).as(rule.getDescription()).isTrue();
  }

  @Test
  void the_product_was_really_read() {
    for (String part :
        new String[] {
          "lifecycle",
          "calendar",
          "relay",
          "access",
          "intake",
          "dispatch",
          "evaluation",
          "reporting"
        }) {
      assertThat(product.stream().filter(c -> c.getPackageName().startsWith("hotline." + part)))
          .as(part)
          .hasSizeGreaterThan(5);
    }
  }
}
