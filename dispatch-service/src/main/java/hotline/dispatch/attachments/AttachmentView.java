package hotline.dispatch.attachments;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file of a unit (附件) as whoever may read its record sees it; the content is read by its id.
 *
 * @param name empty when it was erased with its case
 * @param size of the content as it is kept, in bytes
 * @param sha256 of the content as it is kept, in hexadecimal
 * @param takenAt when a photo says that it was taken; null when it does not. A camera's clock may
 *     be wrong, and a photo may lie
 * @param latitude where it says so, in degrees (WGS 84) with three decimals; null when it does not,
 *     and in the records of a confidential case
 */
@Schema(name = "Attachment")
public record AttachmentView(
    UUID id,
    String name,
    String mediaType,
    long size,
    String sha256,
    Instant takenAt,
    Double latitude,
    Double longitude,
    boolean erased) {}
