package hotline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;

/** The rules of the design that a class can break, each with its reason. */
final class Rules {

  private static final List<String> SERVICES =
      List.of("intake", "dispatch", "evaluation", "reporting");

  private static final Set<String> LAYERS =
      Set.of(
          "controller",
          "controllers",
          "service",
          "services",
          "repository",
          "repositories",
          "dto",
          "dtos",
          "util",
          "utils",
          "common",
          "impl",
          "model",
          "models",
          "entity",
          "entities");

  private Rules() {}

  static ArchRule eventsKnowNoTechnology() {
    return noClasses()
        .that()
        .resideInAPackage("hotline.lifecycle..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "io.quarkus..", "jakarta..", "org.apache.kafka..", "java.sql..", "javax.sql.."))
        .because("a consumer in another language must be able to know the same");
  }

  static ArchRule calendarIsPure() {
    return noClasses()
        .that()
        .resideInAPackage("hotline.calendar..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "io.quarkus..",
                "jakarta..",
                "org.apache.kafka..",
                "java.sql..",
                "hotline.lifecycle..",
                "hotline.relay..",
                "hotline.access.."))
        .because("a due time is a pure function of its inputs");
  }

  static ArchRule relayKnowsNoBusiness() {
    return noClasses()
        .that(describe("are event-relay", Rules::isRelay))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "io.quarkus..",
                "jakarta..",
                "hotline.lifecycle..",
                "hotline.access..",
                "hotline.calendar.."))
        .because("event-relay would work the same if the payloads were parcels");
  }

  static ArchRule servicesKnowEachOtherByEventsOnly(String service) {
    String[] others =
        SERVICES.stream()
            .filter(other -> !other.equals(service))
            .map(other -> "hotline." + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("hotline." + service + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(others))
        .because("a service does its job with the other three down");
  }

  static ArchRule packagesAreNamedForThings() {
    return noClasses()
        .should(
            com.tngtech.archunit.lang.conditions.ArchConditions.be(
                describe("in a package named for a layer", Rules::inLayerPackage)))
        .because("a package is one thing that the business has");
  }

  static ArchRule timeComesFromTheClock() {
    return noClasses()
        .that(describe("are not the clock itself", c -> !isClock(c)))
        .should()
        .callMethodWhere(describe("asks the machine for the time", Rules::asksTheMachine))
        .because("all four services may live in simulated time");
  }

  static ArchRule onlyTheRelayWritesToTheLog() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            "hotline.intake..", "hotline.dispatch..", "hotline.evaluation..", "hotline.reporting..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Producer.class)
        .because("an event leaves only through the outbox, in the transaction that caused it");
  }

  static ArchRule dependenciesComeByConstructor() {
    return noFields()
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .because("what a class needs is said by its constructor");
  }

  static ArchRule nobodyWaitsBySleeping() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            "hotline.intake..",
            "hotline.dispatch..",
            "hotline.evaluation..",
            "hotline.reporting..",
            "hotline.access..")
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .because("a command that waits is a timer row");
  }

  private static boolean isRelay(JavaClass type) {
    return type.getPackageName().startsWith("hotline.relay")
        && !type.getPackageName().startsWith("hotline.relay.quarkus");
  }

  private static boolean isClock(JavaClass type) {
    return type.isAssignableTo(Clock.class)
        || type.getName().equals("hotline.relay.quarkus.ServiceClock");
  }

  private static boolean inLayerPackage(JavaClass type) {
    return Arrays.stream(type.getPackageName().split("\\.")).anyMatch(LAYERS::contains);
  }

  private static boolean asksTheMachine(JavaCall<?> call) {
    AccessTarget target = call.getTarget();
    String owner = target.getOwner().getName();
    boolean now =
        owner.startsWith("java.time.")
            && target.getName().equals("now")
            && target instanceof AccessTarget.CodeUnitCallTarget unit
            && unit.getRawParameterTypes().stream().noneMatch(p -> p.isAssignableTo(Clock.class));
    boolean system = owner.equals("java.time.Clock") && target.getName().startsWith("system");
    boolean millis =
        owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
    return now || system || millis;
  }
}
