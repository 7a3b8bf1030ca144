package hotline.reporting.daily;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.lifecycle.EventCodec;
import hotline.reporting.headline.Headline;
import hotline.reporting.headline.Rate;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The numbers of an edition as they are kept, apart from the report of the API, which may change. A
 * number that is missing is never taken for zero, so that a component which is renamed is found by
 * the test that reads what was kept before.
 *
 * @param format 1; absent in the first editions
 * @param categoriesCode of their definition; absent in editions that counted by the first
 * @param unitsCode of their definition; absent in editions that counted by the first
 * @param now of the headline of that morning what the sheet prints
 */
record EditionContent(
    Integer format,
    LocalDate date,
    int issue,
    Instant asOf,
    List<Flow> flows,
    Ratings ratings,
    String categoriesCode,
    List<Category> categories,
    String unitsCode,
    List<Unit> units,
    Now now) {

  private static final int FORMAT = 1;

  private static final ObjectMapper STRICT =
      EventCodec.json().copy().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  /**
   * @param flow name of a flow, which this version may not know
   * @param code of its definition; absent in the first editions, which counted by the first
   */
  record Flow(String flow, String code, long count, long dayBefore, long weekBefore) {}

  record Ratings(Share responded, Share solved, Share satisfied) {}

  record Share(
      String code,
      BigDecimal numerator,
      long denominator,
      Long partly,
      long unknown,
      Long excluded,
      Long notScored,
      BigDecimal value,
      BigDecimal unknownRate,
      String reason) {

    private Rate rate() {
      return new Rate(
          code,
          numerator,
          denominator,
          partly,
          unknown,
          excluded,
          notScored,
          value,
          unknownRate,
          reason);
    }
  }

  record Category(String code, String name, long registered, long dayBefore) {}

  record Unit(String unit, String name, long closed, long overdue) {}

  record Now(Instant asOf, long open, long overdue) {}

  private record Written(int format, @JsonUnwrapped DailyReport report) {}

  private record Beside(Headline now) {}

  /** The report as it is kept. */
  static String write(DailyReport report) {
    return new String(EventCodec.write(new Written(FORMAT, report)), StandardCharsets.UTF_8);
  }

  /** The report of the API from what was kept of it. */
  static DailyReport read(String json) {
    try {
      EditionContent kept = STRICT.readValue(json, EditionContent.class);
      // Numbers that came later than the edition are not on its sheet.
      return kept.report(EventCodec.json().readValue(json, Beside.class).now());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An edition of the daily report cannot be read", e);
    }
  }

  private DailyReport report(Headline headline) {
    if (headline.open() != now.open() || headline.overdue() != now.overdue()) {
      throw new IllegalStateException("What was open in an edition cannot be read");
    }
    return new DailyReport(
        date,
        issue,
        asOf,
        true,
        flows.stream().map(EditionContent::flow).flatMap(Optional::stream).toList(),
        new DailyReport.Ratings(
            ratings.responded().rate(), ratings.solved().rate(), ratings.satisfied().rate()),
        categoriesCode == null ? "daily.categories.v1" : categoriesCode,
        categories.stream()
            .map(
                one ->
                    new DailyReport.Category(
                        one.code(), one.name(), one.registered(), one.dayBefore()))
            .toList(),
        unitsCode == null ? "daily.units.v1" : unitsCode,
        units.stream()
            .map(one -> new DailyReport.Unit(one.unit(), one.name(), one.closed(), one.overdue()))
            .toList(),
        headline);
  }

  /** Empty for what a newer version counts and this one does not know. */
  private static Optional<DailyReport.Flow> flow(Flow one) {
    return Arrays.stream(DailyFlow.values())
        .filter(flow -> flow.name().equals(one.flow()))
        .findFirst()
        .map(
            flow ->
                new DailyReport.Flow(
                    flow,
                    one.code() == null
                        ? "daily." + one.flow().toLowerCase(Locale.ROOT) + ".v1"
                        : one.code(),
                    one.count(),
                    one.dayBefore(),
                    one.weekBefore()));
  }
}
