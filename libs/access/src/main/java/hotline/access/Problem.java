package hotline.access;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * What a person or a program is told when a request fails (RFC 9457, {@code
 * application/problem+json}).
 *
 * @param type {@code urn:hotline:problem:<code>}: a name that stays the same whatever host or path
 *     the service has
 * @param title short text in the language asked for; {@code titleZh} and {@code titleEn} are always
 *     there
 * @param code the end of {@code type}, to branch on
 * @param violations one entry per wrong field
 * @param traceId what to quote to the operators; the same id is in the log
 * @param members further members of this kind of problem, such as the present version
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "type",
  "title",
  "status",
  "detail",
  "instance",
  "code",
  "violations",
  "traceId",
  "titleZh",
  "titleEn",
  "detailZh",
  "detailEn"
})
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    List<Violation> violations,
    String traceId,
    String titleZh,
    String titleEn,
    String detailZh,
    String detailEn,
    @JsonAnyGetter Map<String, Object> members) {
  public static final String MEDIA_TYPE = "application/problem+json";
}
