package hotline.dispatch.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a case keeps of its returns and disputes (会商): enough to convene, and to bind who was ruled.
 */
@Embeddable
public class CaseDisputes {

  private int returnsAsked;

  @Column(name = "disputes")
  private int opened;

  private Integer rulingNo;
  private Instant ruledAt;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> ruledUnits = List.of();

  protected CaseDisputes() {}

  /** The lead asks to give it back; how that was decided is another matter. */
  public void returnAsked() {
    returnsAsked++;
  }

  /** The number of the dispute that opens now. */
  public int open() {
    opened++;
    return opened;
  }

  public boolean any() {
    return opened > 0;
  }

  /** The newest ruling stands in the place of the one before it. */
  public void rule(int disputeNo, List<String> units, Instant at) {
    rulingNo = disputeNo;
    ruledAt = at;
    ruledUnits = List.copyOf(units);
  }

  /** Whether the newest ruling names that unit: it keeps the case, in later rounds as well. */
  public boolean binds(String unitId) {
    return ruledUnits.contains(unitId);
  }

  /** How often a lead unit asked to give the case back so far. */
  public int returnsAsked() {
    return returnsAsked;
  }

  /** The dispute of the newest ruling; null while there was none. */
  public Integer rulingNo() {
    return rulingNo;
  }

  public Instant ruledAt() {
    return ruledAt;
  }
}
