package hotline.access.guard;

import hotline.access.Idempotent;
import hotline.access.Role;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * An endpoint without a rule who may use it does not start, nor does one whose rule names a role
 * that is none.
 */
@ApplicationScoped
public class EndpointRules {
  private static final List<Class<? extends Annotation>> RULES =
      List.of(
          RolesAllowed.class,
          PermitAll.class,
          DenyAll.class,
          Authenticated.class,
          PermissionsAllowed.class);

  private final BeanManager beans;

  @Inject
  EndpointRules(BeanManager beans) {
    this.beans = beans;
  }

  void check(@Observes @Priority(1) StartupEvent starting) {
    List<String> wrong =
        violations(
            beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .distinct()
                .toList());
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "Endpoints without a sound rule who may use them: " + String.join("; ", wrong));
    }
  }

  /** One sentence for each endpoint of these classes that breaks the rule. */
  static List<String> violations(Collection<Class<?>> classes) {
    List<String> wrong = new ArrayList<>();
    for (Class<?> type : classes) {
      if (type.isAnnotationPresent(Path.class)) {
        for (Method method : type.getMethods()) {
          if (isEndpoint(method)) {
            check(type, method, wrong);
          }
        }
      }
    }
    return wrong;
  }

  private static boolean isEndpoint(Method method) {
    return !method.isBridge()
        && Arrays.stream(method.getAnnotations())
            .anyMatch(
                annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static void check(Class<?> type, Method method, List<String> wrong) {
    String name = type.getSimpleName() + "." + method.getName();
    boolean onMethod = RULES.stream().anyMatch(method::isAnnotationPresent);
    // A rule on the class holds for the methods that the class itself declares, as in Jakarta
    // Security.
    boolean onClass = RULES.stream().anyMatch(method.getDeclaringClass()::isAnnotationPresent);
    if (!onMethod && !onClass) {
      wrong.add(name + " has no @RolesAllowed, @Authenticated or @PermitAll");
    }
    RolesAllowed roles =
        method.isAnnotationPresent(RolesAllowed.class)
            ? method.getAnnotation(RolesAllowed.class)
            : method.getDeclaringClass().getAnnotation(RolesAllowed.class);
    if (roles != null) {
      for (String role : roles.value()) {
        if (Role.ofWireName(role).isEmpty()) {
          wrong.add(name + " allows the unknown role " + role);
        }
      }
    }
    if (method.isAnnotationPresent(Idempotent.class)
        && java.util.concurrent.CompletionStage.class.isAssignableFrom(method.getReturnType())) {
      wrong.add(name + " is @Idempotent but does not block");
    }
  }
}
