package hotline.access.problems;

import hotline.access.Invalid;
import hotline.access.Violation;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Finds which query, path or header parameter could not be read; the web stack says only that one
 * could not, and calls it 404.
 */
final class WrongParameter {
  private WrongParameter() {}

  static Invalid explain(ResteasyReactiveRequestContext request) {
    List<Violation> wrong = new ArrayList<>();
    Method method = request.getTarget().getLazyMethod().getMethod();
    for (Parameter parameter : method.getParameters()) {
      String name = name(parameter);
      if (name == null) {
        continue;
      }
      values(parameter, name, request).stream()
          .filter(value -> !isReadable(value, parameter.getType()))
          .findFirst()
          .ifPresent(value -> wrong.add(violation(name, parameter.getType())));
    }
    if (wrong.isEmpty()) {
      wrong.add(
          new Violation(
              "",
              "wrong-parameter",
              "路径或查询参数有误，请核对。",
              "A path or query parameter cannot be read; check them."));
    }
    return new Invalid(wrong);
  }

  private static Violation violation(String name, Class<?> type) {
    if (type.isEnum()) {
      String values =
          Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      return new Violation(
          name,
          "unknown-value",
          "取值不在允许范围内，应为：" + values + "。",
          "Not one of the values allowed: " + values + ".");
    }
    return UnreadableBody.wrongKind(name, type);
  }

  private static String name(Parameter parameter) {
    if (parameter.isAnnotationPresent(QueryParam.class)) {
      return parameter.getAnnotation(QueryParam.class).value();
    }
    if (parameter.isAnnotationPresent(PathParam.class)) {
      return parameter.getAnnotation(PathParam.class).value();
    }
    if (parameter.isAnnotationPresent(HeaderParam.class)) {
      return parameter.getAnnotation(HeaderParam.class).value();
    }
    if (parameter.isAnnotationPresent(FormParam.class)) {
      return parameter.getAnnotation(FormParam.class).value();
    }
    if (parameter.isAnnotationPresent(RestQuery.class)) {
      return orOwn(parameter.getAnnotation(RestQuery.class).value(), parameter);
    }
    if (parameter.isAnnotationPresent(RestPath.class)) {
      return orOwn(parameter.getAnnotation(RestPath.class).value(), parameter);
    }
    if (parameter.isAnnotationPresent(RestHeader.class)) {
      return orOwn(parameter.getAnnotation(RestHeader.class).value(), parameter);
    }
    // A parameter without annotation that the path template names is a path parameter too.
    return parameter.getAnnotations().length == 0 && !parameter.getType().isRecord()
        ? parameter.getName()
        : null;
  }

  private static String orOwn(String declared, Parameter parameter) {
    return declared.isEmpty() ? parameter.getName() : declared;
  }

  private static List<String> values(
      Parameter parameter, String name, ResteasyReactiveRequestContext request) {
    if (parameter.isAnnotationPresent(HeaderParam.class)
        || parameter.isAnnotationPresent(RestHeader.class)) {
      return request.getHttpHeaders().getRequestHeaders().getOrDefault(name, List.of());
    }
    List<String> values =
        new ArrayList<>(
            request.getUriInfo().getQueryParameters(true).getOrDefault(name, List.of()));
    values.addAll(request.getUriInfo().getPathParameters(true).getOrDefault(name, List.of()));
    return values;
  }

  private static boolean isReadable(String value, Class<?> type) {
    Function<String, Object> reader = reader(type);
    try {
      return reader == null || reader.apply(value) != null;
    } catch (RuntimeException unreadable) {
      return false;
    }
  }

  private static Function<String, Object> reader(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return Integer::valueOf;
    }
    if (type == long.class || type == Long.class) {
      return Long::valueOf;
    }
    if (type == double.class || type == Double.class) {
      return Double::valueOf;
    }
    if (type == UUID.class) {
      return UUID::fromString;
    }
    if (type == LocalDate.class) {
      return LocalDate::parse;
    }
    if (type == LocalDateTime.class) {
      return LocalDateTime::parse;
    }
    if (type == OffsetDateTime.class) {
      return OffsetDateTime::parse;
    }
    if (type == Instant.class) {
      return Instant::parse;
    }
    if (type.isEnum()) {
      return value ->
          Arrays.stream(type.getEnumConstants())
              .filter(constant -> ((Enum<?>) constant).name().equals(value))
              .findFirst()
              .orElseThrow();
    }
    return null;
  }
}
