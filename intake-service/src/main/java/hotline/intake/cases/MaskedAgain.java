package hotline.intake.cases;

import hotline.intake.vault.Contact;
import hotline.intake.vault.TextMask;
import hotline.lifecycle.CaseFile.Supplement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The texts of a case whose reporter is told after they were written down: the name that nobody
 * knew then is taken out of them.
 *
 * @param originals by part, what the vault is to keep of a text in which nothing was masked so far
 */
record MaskedAgain(
    CaseSubject subject, List<Supplement> supplements, Map<String, String> originals) {

  /**
   * @param kept texts as they were told, by their part, of those in which something is masked
   */
  static MaskedAgain of(
      CaseSubject before, List<Supplement> added, Contact reporter, Map<String, String> kept) {
    Masking masking = new Masking(reporter, kept, new TreeMap<>());
    CaseSubject subject =
        before.withTexts(
            masking.of("address", before.address()),
            masking.of("title", before.title()),
            masking.of("content", before.content()),
            masking.of("demand", before.demand()));
    List<Supplement> supplements =
        added.stream()
            .map(
                one ->
                    new Supplement(
                        one.supplementNo(),
                        one.addedAt(),
                        masking.of("supplement-" + one.supplementNo(), one.text())))
            .toList();
    return new MaskedAgain(subject, supplements, masking.originals());
  }

  /** Those supplements that read otherwise than before. */
  List<Supplement> changed(List<Supplement> before) {
    return supplements.stream().filter(one -> !before.contains(one)).toList();
  }

  private record Masking(
      Contact reporter, Map<String, String> kept, Map<String, String> originals) {

    String of(String part, String stands) {
      String masked = TextMask.mask(stands, reporter).text();
      // What the vault has of it already is the text as it was told, with the name.
      if (stands != null && !stands.equals(masked) && !kept.containsKey(part)) {
        originals.put(part, stands);
      }
      return masked;
    }
  }
}
