package hotline.intake.cases;

import hotline.intake.vault.Contact;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Channel;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.Urgency;
import java.time.Instant;

/**
 * A request that the rules have found complete. Texts are as they were told.
 *
 * @param origin null of what is registered as it comes in
 */
public record Registration(
    CaseKind kind,
    Urgency urgency,
    Channel channel,
    Category category,
    Place place,
    String address,
    String title,
    String content,
    String demand,
    Instant receivedAt,
    Contact reporter,
    boolean anonymous,
    boolean confidential,
    boolean wantsCallback,
    String respondentUnitId,
    String externalSource,
    String externalRef,
    CaseOrigin origin) {

  /** The same with other texts. */
  Registration withTexts(
      String otherAddress, String otherTitle, String otherContent, String otherDemand) {
    return new Registration(
        kind,
        urgency,
        channel,
        category,
        place,
        otherAddress,
        otherTitle,
        otherContent,
        otherDemand,
        receivedAt,
        reporter,
        anonymous,
        confidential,
        wantsCallback,
        respondentUnitId,
        externalSource,
        externalRef,
        origin);
  }

  /** The same with a reference to where it came from. */
  public Registration from(String source, String ref) {
    return told(source, ref, origin);
  }

  /** The same, entered after its true time. */
  public Registration enteredLater(CaseOrigin how) {
    return told(externalSource, externalRef, how);
  }

  private Registration told(String source, String ref, CaseOrigin how) {
    return new Registration(
        kind,
        urgency,
        channel,
        category,
        place,
        address,
        title,
        content,
        demand,
        receivedAt,
        reporter,
        anonymous,
        confidential,
        wantsCallback,
        respondentUnitId,
        source,
        ref,
        how);
  }
}
