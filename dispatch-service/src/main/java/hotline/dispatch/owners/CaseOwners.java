package hotline.dispatch.owners;

import hotline.dispatch.casefiles.FileView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who owns a case and who owned it before, with everything said and done about it (包案记录).
 *
 * @param file the text of the case, which the owner reads here; null until it has arrived, and of a
 *     case that nobody ever owned
 * @param ownerships the present one first
 */
@Schema(name = "CaseOwners")
public record CaseOwners(
    UUID caseId, String caseNo, FileView file, List<OwnershipView> ownerships) {}
