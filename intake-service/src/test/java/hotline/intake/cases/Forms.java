package hotline.intake.cases;

import hotline.intake.cases.RegistrationForm.ReporterForm;
import java.util.HashMap;
import java.util.Map;

/** Forms for tests: complete, with single fields changed. */
final class Forms {
  private final Map<String, String> fields = new HashMap<>();
  private ReporterForm reporter = new ReporterForm("王示例", "13800001234", null, false, false, true);

  private Forms() {
    fields.putAll(
        Map.of(
            "kind", "COMPLAINT",
            "urgency", "NORMAL",
            "channel", "PHONE",
            "categoryCode", "010101",
            "placeCode", "370281001",
            "address", "示范路 1 号",
            "title", "路灯不亮",
            "content", "路灯连续三晚不亮",
            "demand", "修复路灯"));
  }

  static Forms complete() {
    return new Forms();
  }

  Forms set(String field, String value) {
    fields.put(field, value);
    return this;
  }

  Forms reporter(ReporterForm other) {
    reporter = other;
    return this;
  }

  RegistrationForm form() {
    return new RegistrationForm(
        fields.get("kind"),
        fields.get("urgency"),
        fields.get("channel"),
        fields.get("categoryCode"),
        fields.get("placeCode"),
        fields.get("address"),
        fields.get("title"),
        fields.get("content"),
        fields.get("demand"),
        fields.get("receivedAt"),
        reporter,
        fields.get("respondentUnitId"),
        fields.get("externalSource"),
        fields.get("externalRef"));
  }
}
