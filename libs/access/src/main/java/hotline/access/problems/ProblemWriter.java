package hotline.access.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import hotline.access.PlainText;
import hotline.access.Problem;
import hotline.access.Refusal;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a refusal into the problem document, the same from every layer of the web stack. */
public final class ProblemWriter {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
  private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);
  private static final SecureRandom RANDOM = new SecureRandom();

  private ProblemWriter() {}

  static Response response(Refusal refusal, HttpServerRequest request) {
    hangUpAfter(refusal, request);
    boolean english = prefersEnglish(request.getHeader("Accept-Language"));
    Response.ResponseBuilder response =
        Response.status(refusal.status())
            .type(Problem.MEDIA_TYPE)
            .header("Content-Language", english ? "en" : "zh-CN")
            .header("Vary", "Accept-Language")
            .entity(bytes(problem(refusal, request, english)));
    refusal.headers().forEach(response::header);
    return response.build();
  }

  /** For what fails before or outside of the resources. */
  public static void write(Refusal refusal, RoutingContext exchange) {
    HttpServerResponse response = exchange.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    hangUpAfter(refusal, exchange.request());
    boolean english = prefersEnglish(exchange.request().getHeader("Accept-Language"));
    response.setStatusCode(refusal.status());
    response.putHeader("Content-Type", Problem.MEDIA_TYPE);
    response.putHeader("Content-Language", english ? "en" : "zh-CN");
    response.putHeader("Vary", "Accept-Language");
    refusal.headers().forEach(response::putHeader);
    response.end(
        io.vertx.core.buffer.Buffer.buffer(bytes(problem(refusal, exchange.request(), english))));
  }

  private static void hangUpAfter(Refusal refusal, HttpServerRequest request) {
    if ("close".equals(refusal.headers().get("Connection"))) {
      HangUp.afterAnswering(request);
    }
  }

  private static Problem problem(Refusal refusal, HttpServerRequest request, boolean english) {
    return new Problem(
        "urn:hotline:problem:" + refusal.slug(),
        english ? refusal.titleEn() : refusal.titleZh(),
        refusal.status(),
        english ? refusal.detailEn() : refusal.detailZh(),
        PlainText.brief(request.path(), 500),
        refusal.slug(),
        refusal.violations(),
        refusal instanceof Fault fault ? fault.id() : traceId(request.getHeader("traceparent")),
        refusal.titleZh(),
        refusal.titleEn(),
        refusal.detailZh(),
        refusal.detailEn(),
        refusal.members());
  }

  private static byte[] bytes(Problem problem) {
    try {
      return JSON.writeValueAsBytes(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A member of a problem cannot be written as JSON", e);
    }
  }

  static boolean prefersEnglish(String acceptLanguage) {
    if (acceptLanguage == null) {
      return false;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
      return Locale.ENGLISH.equals(best);
    } catch (IllegalArgumentException notALanguageRange) {
      return false;
    }
  }

  /** The id of the caller's trace, or null when there is none that can be trusted to be one. */
  static String traceId(String traceparent) {
    Matcher trace = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
    return trace.matches() ? trace.group(1) : null;
  }

  static String newId() {
    byte[] id = new byte[16];
    RANDOM.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
