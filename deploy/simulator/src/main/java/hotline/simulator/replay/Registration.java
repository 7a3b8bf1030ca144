package hotline.simulator.replay;

import hotline.simulator.requests.CitizenRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form an operator fills in for a request of the file. */
final class Registration {

  private static final int NUMBERS = 10_000;

  private Registration() {}

  static Map<String, Object> form(Desks desks, CitizenRequest request, int line)
      throws InterruptedException {
    CitizenRequest.Script script = request.script();
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("kind", script.kind() == null ? kind(request.title()) : script.kind());
    form.put("urgency", script.urgency() == null ? "NORMAL" : script.urgency());
    form.put("channel", script.channel() == null ? "WEB" : script.channel());
    form.put("categoryCode", desks.categories().of(request));
    form.put("placeCode", desks.places().of(request, line));
    form.put("title", request.title());
    form.put("content", request.detail());
    form.put("receivedAt", request.receivedAt().toString());
    form.put("externalSource", desks.source());
    form.put("externalRef", request.ref());
    form.put("reporter", reporter(request));
    return form;
  }

  /** Nobody's name and nobody's number: all of them begin with 138 0000. */
  private static Map<String, Object> reporter(CitizenRequest request) {
    String user = request.user() == null ? request.ref() : request.user();
    Map<String, Object> reporter = new LinkedHashMap<>();
    reporter.put("name", "网友" + user);
    reporter.put("phone", String.format("1380000%04d", Math.floorMod(user.hashCode(), NUMBERS)));
    reporter.put("anonymous", false);
    reporter.put("confidential", false);
    reporter.put("wantsCallback", true);
    return reporter;
  }

  private static String kind(String title) {
    if (title.contains("建议")) {
      return "SUGGESTION";
    }
    if (title.contains("咨询")
        || title.contains("请问")
        || title.contains("?")
        || title.contains("？")) {
      return "CONSULTATION";
    }
    if (title.contains("投诉") || title.contains("举报") || title.contains("反映")) {
      return "COMPLAINT";
    }
    return "HELP";
  }
}
