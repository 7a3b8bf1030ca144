package hotline.dispatch.notices;

import hotline.lifecycle.NoticeCopy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who gets a copy (收件方).
 *
 * @param unitId of the offices
 * @param post of the leader in charge, such as 分管副市长
 * @param login of the leader, when only that account may confirm the copy; absent: any leader
 */
@Schema(name = "NoticeRecipient")
public record Recipient(NoticeCopy copy, String unitId, String post, String login) {

  /** Whether the copy goes to a unit of the directory. */
  boolean isOffice() {
    return isOffice(copy);
  }

  static boolean isOffice(NoticeCopy copy) {
    return switch (copy) {
      case LEADER, PETITIONER -> false;
      case PARTY_OFFICE, GOVERNMENT_OFFICE, ORGANISATION_DEPARTMENT, PETITION_OFFICE -> true;
    };
  }
}
