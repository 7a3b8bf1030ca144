package hotline.access.problems;

import hotline.access.Invalid;
import hotline.access.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/**
 * Bean Validation in both languages. A constraint may bring its own text as {@code message =
 * "中文|English"}; the common constraints have one here.
 */
final class BrokenConstraint {
  private BrokenConstraint() {}

  /** Whether what the service itself returned is wrong: its own fault then. */
  static boolean isOwnFault(ConstraintViolationException e) {
    return e.getConstraintViolations().stream()
        .anyMatch(violation -> isReturnValue(violation.getPropertyPath()));
  }

  static Invalid explain(ConstraintViolationException e) {
    return new Invalid(
        e.getConstraintViolations().stream()
            .map(BrokenConstraint::violation)
            .sorted(java.util.Comparator.comparing(Violation::field))
            .toList());
  }

  private static boolean isReturnValue(Path path) {
    for (Path.Node node : path) {
      if (node.getKind() == ElementKind.RETURN_VALUE) {
        return true;
      }
    }
    return false;
  }

  private static Violation violation(ConstraintViolation<?> broken) {
    String constraint =
        broken.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    Map<String, Object> values = broken.getConstraintDescriptor().getAttributes();
    String field = field(broken.getPropertyPath());
    String own = broken.getMessage();
    int bar = own.indexOf('|');
    if (bar >= 0) {
      return new Violation(
          field, code(constraint), own.substring(0, bar).strip(), own.substring(bar + 1).strip());
    }
    return switch (constraint) {
      case "NotNull", "NotBlank", "NotEmpty" ->
          new Violation(field, "required", "必填。", "This is required.");
      case "Size", "Length" -> size(field, values);
      case "Min", "DecimalMin" ->
          new Violation(
              field,
              "too-small",
              "不得小于 " + values.get("value") + "。",
              "At least " + values.get("value") + ".");
      case "Max", "DecimalMax" ->
          new Violation(
              field,
              "too-large",
              "不得大于 " + values.get("value") + "。",
              "At most " + values.get("value") + ".");
      case "Positive" -> new Violation(field, "too-small", "应大于 0。", "Must be above 0.");
      case "PositiveOrZero" -> new Violation(field, "too-small", "不得小于 0。", "Must not be below 0.");
      case "Past", "PastOrPresent" ->
          new Violation(field, "in-the-future", "不得晚于当前时间。", "Must not be in the future.");
      case "Future", "FutureOrPresent" ->
          new Violation(field, "in-the-past", "不得早于当前时间。", "Must not be in the past.");
      case "Pattern" ->
          new Violation(field, "wrong-form", "格式不正确。", "This does not have the right form.");
      case "Email" ->
          new Violation(field, "wrong-form", "不是有效的邮箱地址。", "This is not an e-mail address.");
      default -> new Violation(field, code(constraint), "不符合要求：" + own, own);
    };
  }

  private static Violation size(String field, Map<String, Object> values) {
    int min = (Integer) values.get("min");
    int max = (Integer) values.get("max");
    if (max == Integer.MAX_VALUE) {
      return new Violation(field, "too-short", "至少 " + min + " 个。", "At least " + min + ".");
    }
    return min == 0
        ? new Violation(field, "too-long", "最多 " + max + " 个。", "At most " + max + ".")
        : new Violation(
            field,
            "wrong-length",
            "应为 " + min + " 至 " + max + " 个。",
            "Between " + min + " and " + max + ".");
  }

  private static String code(String constraint) {
    return constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** Without the method, and without the name that the body has in Java. */
  private static String field(Path path) {
    StringBuilder field = new StringBuilder();
    String parameter = "";
    for (Iterator<Path.Node> nodes = path.iterator(); nodes.hasNext(); ) {
      Path.Node node = nodes.next();
      if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.BEAN) {
        continue;
      }
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = node.getName();
        continue;
      }
      if (node.getIndex() != null) {
        field.append('[').append(node.getIndex()).append(']');
      }
      if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
        field.append(field.isEmpty() ? "" : ".").append(node.getName());
      }
    }
    return field.isEmpty() ? parameter : field.toString();
  }
}
