package hotline.intake.cases;

import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Channel;
import hotline.lifecycle.Urgency;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** What a case is about and how it came in, with its texts masked; fixed when it is registered. */
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
}
