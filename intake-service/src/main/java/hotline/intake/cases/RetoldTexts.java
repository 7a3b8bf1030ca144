package hotline.intake.cases;

import hotline.intake.vault.Contact;
import hotline.intake.vault.ContactVault;
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

  /**
   * The same of a demand that is split off: nothing of it stood in the new case before.
   *
   * @param call what the vault has of the call that it is split from
   * @param originals takes what the vault is to keep of the new case
   * @return the demand with its texts masked
   */
  static Registration newOf(
      Registration demand, ContactVault.Opened call, Map<String, String> originals) {
    return demand.withTexts(
        newText("address", demand.address(), call, originals),
        newText("title", demand.title(), call, originals),
        newText("content", demand.content(), call, originals),
        newText("demand", demand.demand(), call, originals));
  }

  private static String newText(
      String part, String typed, ContactVault.Opened call, Map<String, String> originals) {
    String told = told(part, typed, call.texts(), call.contact());
    Masked masked = TextMask.mask(told, call.contact());
    if (masked.changed()) {
      originals.put(part, told);
    }
    return masked.text();
  }

  /**
   * What was typed with each mask in it standing for what it stood for, whichever text of the case
   * that was in. What a reader would see is not changed by it: a name that would show is left out.
   */
  private static String told(
      String part, String typed, Map<String, String> kept, Contact reporter) {
    if (typed == null || kept.isEmpty()) {
      return typed;
    }
    String told = typed;
    if (kept.containsKey(part)) {
      told = TextMask.unmask(told, kept.get(part), reporter);
    }
    for (Map.Entry<String, String> other : kept.entrySet()) {
      if (!other.getKey().equals(part)) {
        told = TextMask.unmask(told, other.getValue(), reporter);
      }
    }
    String shown = TextMask.mask(typed, reporter).text();
    return TextMask.mask(told, reporter).text().equals(shown) ? told : typed;
  }

  private record Retelling(
      Contact reporter, Map<String, String> kept, Map<String, Optional<String>> originals) {

    String of(String part, String before, String typed) {
      if (Objects.equals(before, typed)) {
        return before;
      }
      String told = told(part, typed, kept, reporter);
      Masked masked = TextMask.mask(told, reporter);
      if (!Objects.equals(before, masked.text())) {
        originals.put(part, masked.changed() ? Optional.of(told) : Optional.empty());
      }
      return masked.text();
    }
  }
}
