package hotline.access.problems;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import hotline.access.Invalid;
import hotline.access.PlainText;
import hotline.access.Violation;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Says what is wrong with a JSON body in words for the person who wrote it, never in the parser's
 * own.
 */
final class UnreadableBody {
  private UnreadableBody() {}

  static Invalid missing() {
    return new Invalid(
        "",
        "body-required",
        "缺少请求正文，应为 JSON 对象。",
        "The body is missing; it must be a JSON object.");
  }

  static Invalid explain(JsonProcessingException e) {
    return new Invalid(List.of(violation(e)));
  }

  private static Violation violation(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return unknownField(unknown);
    }
    if (e instanceof InvalidFormatException format) {
      return wrongValue(path(format), format.getTargetType());
    }
    if (e instanceof MismatchedInputException mismatch) {
      return wrongKind(path(mismatch), mismatch);
    }
    if (e instanceof StreamConstraintsException) {
      return new Violation(
          "",
          "too-complex",
          "JSON 嵌套过深或某个值过长。",
          "The JSON is nested too deeply or one of its values is too long.");
    }
    if (e instanceof JsonMappingException mapping) {
      return mapping.getCause() instanceof JsonProcessingException inner
          ? at(path(mapping), violation(inner))
          : new Violation(path(mapping), "not-allowed", "该值不被接受。", "This value is not accepted.");
    }
    return notJson(e.getLocation());
  }

  private static Violation at(String path, Violation inner) {
    return new Violation(path, inner.code(), inner.zh(), inner.en());
  }

  private static Violation notJson(JsonLocation where) {
    String zh =
        where == null ? "" : "（第 " + where.getLineNr() + " 行，第 " + where.getColumnNr() + " 列）";
    String en =
        where == null
            ? ""
            : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
    return new Violation(
        "", "not-json", "请求正文不是正确的 JSON" + zh + "。", "The body is not correct JSON" + en + ".");
  }

  private static Violation unknownField(UnrecognizedPropertyException unknown) {
    Collection<Object> known = unknown.getKnownPropertyIds();
    String names =
        known == null
            ? ""
            : known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    return new Violation(
        path(unknown),
        "unknown-field",
        "没有这个字段或它不能由客户端填写。可用字段：" + names + "。",
        "There is no such field, or a client may not set it. Fields: " + names + ".");
  }

  private static Violation wrongValue(String path, Class<?> wanted) {
    if (wanted != null && wanted.isEnum()) {
      String values =
          Arrays.stream(wanted.getEnumConstants())
              .map(value -> ((Enum<?>) value).name())
              .collect(Collectors.joining(", "));
      return new Violation(
          path,
          "unknown-value",
          "取值不在允许范围内，应为：" + values + "。",
          "Not one of the values allowed: " + values + ".");
    }
    if (wanted != null && CharSequence.class.isAssignableFrom(wanted)) {
      return new Violation(
          path,
          "bad-character",
          "含有不能保存的字符（空字符或残缺的字符）。",
          "It has a character that cannot be kept (NUL or half of a character).");
    }
    return wrongKind(path, wanted);
  }

  private static Violation wrongKind(String path, MismatchedInputException mismatch) {
    if (mismatch instanceof com.fasterxml.jackson.databind.exc.InvalidNullException
        || isNullForPrimitive(mismatch)) {
      return new Violation(path, "required", "必填。", "This is required.");
    }
    return wrongKind(path, mismatch.getTargetType());
  }

  /**
   * Jackson has one exception for all mismatches; only its text tells a missing number from a wrong
   * one.
   */
  private static boolean isNullForPrimitive(MismatchedInputException mismatch) {
    return mismatch.getTargetType() != null
        && mismatch.getTargetType().isPrimitive()
        && mismatch.getOriginalMessage().contains("`null`");
  }

  static Violation wrongKind(String path, Class<?> wanted) {
    Kind kind = Kind.of(wanted);
    return new Violation(path, "wrong-type", "应为" + kind.zh + "。", "It must be " + kind.en + ".");
  }

  /** What a value should be, as people say it. */
  private enum Kind {
    TEXT("文字", "a text"),
    TRUTH(" true 或 false", "true or false"),
    WHOLE("整数", "a whole number"),
    NUMBER("数字", "a number"),
    LIST("列表 [...]", "a list [...]"),
    DATE(
        "有效的日期或时间，例如 2026-11-22 或 2026-11-22T08:30:00Z",
        "a valid date or time such as 2026-11-22 or 2026-11-22T08:30:00Z"),
    ID("UUID 编号", "a UUID"),
    VALUE("允许的取值之一", "one of the values allowed"),
    OBJECT("JSON 对象 {...}", "a JSON object {...}");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    static Kind of(Class<?> type) {
      if (type == null) {
        return OBJECT;
      }
      if (CharSequence.class.isAssignableFrom(type)) {
        return TEXT;
      }
      if (type == boolean.class || type == Boolean.class) {
        return TRUTH;
      }
      if (List.of(
              int.class,
              Integer.class,
              long.class,
              Long.class,
              short.class,
              Short.class,
              byte.class,
              Byte.class,
              java.math.BigInteger.class)
          .contains(type)) {
        return WHOLE;
      }
      if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
        return NUMBER;
      }
      if (Collection.class.isAssignableFrom(type) || type.isArray()) {
        return LIST;
      }
      if (TemporalAccessor.class.isAssignableFrom(type)
          || java.util.Date.class.isAssignableFrom(type)) {
        return DATE;
      }
      if (type == UUID.class) {
        return ID;
      }
      return type.isEnum() ? VALUE : OBJECT;
    }
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() != null) {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      } else if (step.getIndex() >= 0) {
        path.append('[').append(step.getIndex()).append(']');
      }
    }
    return PlainText.brief(path.toString(), 200);
  }
}
