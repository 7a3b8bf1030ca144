package hotline.intake.cases;

import hotline.intake.cases.Correction.Change;
import hotline.lifecycle.CaseCorrected;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Channel;
import hotline.lifecycle.CorrectedField;
import hotline.lifecycle.Urgency;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a case is about and how it came in, with its texts masked; fixed when it is registered, but
 * for corrections.
 */
@Embeddable
public record CaseSubject(
    @Enumerated(EnumType.STRING) CaseKind kind,
    @Enumerated(EnumType.STRING) Urgency urgency,
    @Enumerated(EnumType.STRING) Channel channel,
    String categoryCode,
    String categoryPath,
    String placeCode,
    String placePath,
    String title,
    String content,
    String demand,
    String address,
    Instant receivedAt,
    String respondentUnitId,
    String externalSource,
    String externalRef) {

  static CaseSubject of(Registration masked) {
    return new CaseSubject(
        masked.kind(),
        masked.urgency(),
        masked.channel(),
        masked.category().code(),
        masked.category().path(),
        masked.place().code(),
        masked.place().path(),
        masked.title(),
        masked.content(),
        masked.demand(),
        masked.address(),
        masked.receivedAt(),
        masked.respondentUnitId(),
        masked.externalSource(),
        masked.externalRef());
  }

  /** The same, put right; a code that stays keeps the path under which it was filed. */
  CaseSubject corrected(Registration masked) {
    CaseSubject after = of(masked);
    return new CaseSubject(
        after.kind,
        after.urgency,
        after.channel,
        after.categoryCode,
        after.categoryCode.equals(categoryCode) ? categoryPath : after.categoryPath,
        after.placeCode,
        after.placeCode.equals(placeCode) ? placePath : after.placePath,
        after.title,
        after.content,
        after.demand,
        after.address,
        after.receivedAt,
        after.respondentUnitId,
        externalSource,
        externalRef);
  }

  /** The same with other texts. */
  CaseSubject withTexts(
      String otherAddress, String otherTitle, String otherContent, String otherDemand) {
    return new CaseSubject(
        kind,
        urgency,
        channel,
        categoryCode,
        categoryPath,
        placeCode,
        placePath,
        otherTitle,
        otherContent,
        otherDemand,
        otherAddress,
        receivedAt,
        respondentUnitId,
        externalSource,
        externalRef);
  }

  /** What differs in the other, in the order of {@link CorrectedField}. */
  List<Change> changes(CaseSubject after) {
    return Arrays.stream(CorrectedField.values())
        .map(field -> new Change(field, value(field), after.value(field)))
        .filter(change -> !Objects.equals(change.before(), change.after()))
        .toList();
  }

  /**
   * What is said of its being put right: which fields, and the values of those that are no text.
   *
   * @param correctionNo how often that was done by now
   */
  CaseCorrected correctedTo(CaseSubject after, int correctionNo) {
    return new CaseCorrected(
        correctionNo,
        changes(after).stream().map(Change::field).toList(),
        kind,
        after.kind,
        urgency,
        after.urgency,
        channel,
        after.channel,
        categoryCode,
        after.categoryCode,
        placeCode,
        after.placeCode,
        placePath,
        after.placePath,
        receivedAt,
        after.receivedAt);
  }

  private String value(CorrectedField field) {
    return switch (field) {
      case KIND -> kind.name();
      case URGENCY -> urgency.name();
      case CHANNEL -> channel.name();
      case CATEGORY -> categoryCode;
      case PLACE -> placeCode;
      case ADDRESS -> address;
      case TITLE -> title;
      case CONTENT -> content;
      case DEMAND -> demand;
      case RECEIVED_AT -> receivedAt.toString();
      case RESPONDENT -> respondentUnitId;
    };
  }
}
