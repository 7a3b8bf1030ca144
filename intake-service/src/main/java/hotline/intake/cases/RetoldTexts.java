package hotline.intake.cases;

import hotline.intake.vault.Contact;
import hotline.intake.vault.TextMask;
import hotline.intake.vault.TextMask.Masked;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The texts of a correction. Whoever corrects has read them masked, and sends them back so: what a
 * mask stands for is known to the vault and stays there.
 *
 * @param masked the corrected registration with its texts masked
 * @param originals by part, what the vault is to keep of a text that changed; empty for a text in
 *     which nothing is masked
 * @param reporter null when the person was erased
 */
record RetoldTexts(Registration masked, Map<String, Optional<String>> originals, Contact reporter) {

  /**
   * @param kept texts as they were told so far, by their part; null when the person was erased
   */
  static RetoldTexts of(
      CaseSubject before, Registration told, Contact reporter, Map<String, String> kept) {
    Map<String, Optional<String>> originals = new TreeMap<>();
    Retelling retelling = new Retelling(reporter, kept == null ? Map.of() : kept, originals);
    Registration masked =
        told.withTexts(
            retelling.of("address", before.address(), told.address()),
            retelling.of("title", before.title(), told.title()),
            retelling.of("content", before.content(), told.content()),
            retelling.of("demand", before.demand(), told.demand()));
    return new RetoldTexts(masked, kept == null ? Map.of() : originals, reporter);
  }

  private record Retelling(
      Contact reporter, Map<String, String> kept, Map<String, Optional<String>> originals) {

    String of(String part, String before, String typed) {
      if (Objects.equals(before, typed)) {
        return before;
      }
      String told =
          typed == null || kept.get(part) == null
              ? typed
              : TextMask.unmask(typed, kept.get(part), reporter);
      Masked masked = TextMask.mask(told, reporter);
      if (!Objects.equals(before, masked.text())) {
        originals.put(part, masked.changed() ? Optional.of(told) : Optional.empty());
      }
      return masked.text();
    }
  }
}
