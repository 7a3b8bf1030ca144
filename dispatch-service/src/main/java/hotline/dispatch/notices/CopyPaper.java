package hotline.dispatch.notices;

import hotline.dispatch.casefiles.FileView;
import hotline.dispatch.reference.Sentence;
import hotline.lifecycle.NoticeCopy;
import hotline.lifecycle.NoticeGround;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One copy with exactly what it carries: what another copy has is null here.
 *
 * @param recipient name of the unit, post of the leader; null for the petitioner
 * @param original the petition itself, on the leader's copy
 * @param petition what the petitioner asks for
 */
@Schema(name = "NoticeCopyPaper")
public record CopyPaper(
    UUID noticeId,
    String noticeNo,
    NoticeCopy copy,
    int copyNo,
    String recipient,
    SheetStatus sheetStatus,
    NoticeStatus noticeStatus,
    long version,
    String caseNo,
    NoticeGround ground,
    String unitName,
    Instant issuedAt,
    Instant receiptsDueAt,
    Instant dueAt,
    String title,
    FileView original,
    String petition,
    String demand,
    String promise,
    String remark,
    List<ResponsibleOnPaper> responsible,
    List<String> coUnits,
    RecordOnPaper record,
    List<Step> chain,
    List<SheetView> receipts) {

  /**
   * An official on paper.
   *
   * @param phone null on copies that do not carry telephones
   */
  @Schema(name = "ResponsibleOnPaper")
  public record ResponsibleOnPaper(String name, String post, String phone) {}

  /** What the centre had to do before (督办情况). */
  @Schema(name = "RecordOnPaper")
  public record RecordOnPaper(
      int citizenUrges,
      int centreUrges,
      int orders,
      int ordersMissed,
      int escalations,
      int returns,
      int rounds) {}

  /** One step of the chain. */
  @Schema(name = "ChainStep")
  public record Step(Instant at, Sentence words) {}
}
