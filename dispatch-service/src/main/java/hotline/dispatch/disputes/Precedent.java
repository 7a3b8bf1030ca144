package hotline.dispatch.disputes;

import hotline.dispatch.directory.Directory;
import hotline.dispatch.disputes.DisputeView.Party;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An earlier ruling about a case of the same category (先例): who leads, and why; nothing of the case
 * itself.
 *
 * @param sameDistrict whether that case lay in the same district
 */
@Schema(name = "Precedent")
public record Precedent(
    UUID disputeId,
    String categoryCode,
    String categoryName,
    String placeCode,
    String placeName,
    boolean sameDistrict,
    Party lead,
    List<Party> co,
    String reason,
    Instant ruledAt,
    String ruleId) {

  static Precedent of(Dispute ruled, String district, Directory names) {
    DisputeView.Ruling ruling = DisputeView.Ruling.of(ruled, names);
    return new Precedent(
        ruled.disputeId(),
        ruled.categoryCode(),
        names.categoryName(ruled.categoryCode()),
        ruled.placeCode(),
        names.placeName(ruled.placeCode()),
        !district.isEmpty() && district.equals(District.of(ruled.placeCode())),
        ruling.lead(),
        ruling.co(),
        ruling.reason(),
        ruling.ruledAt(),
        ruling.ruleId());
  }
}
